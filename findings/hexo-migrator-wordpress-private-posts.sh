#!/usr/bin/env bash
# hexo-migrator-wordpress 2.1.2: private and trashed posts are published, and every "|" is gone.
#
# Expected: of an export of WordPress, what is published becomes a post, what is not a draft at most; menu items are
# none; titles, tables and code stay as they are.
# Seen: only the status "draft" makes a draft: private, pending and trashed posts, and menu items, are posts on the
# site. Before it reads the file, the migrator removes control characters with an expression that holds "|" too, and
# tabs: "Sow | Reap" is "Sow  Reap", a pipe in a command is none, and code loses its indentation.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-migrator-wordpress@2.1.2 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
printf 'title: Rye\nurl: https://rye.example\n' >"$work/_config.yml"
mkdir -p "$work/source/_posts"
cat >"$work/export.py" <<'PY'
ITEM = """<item><title>{0}</title><link>https://rye.example/{1}/</link><content:encoded><![CDATA[{4}]]></content:encoded>
<excerpt:encoded></excerpt:encoded><wp:post_id>{5}</wp:post_id><wp:post_date>2024-01-02 10:00:00</wp:post_date>
<wp:post_name>{1}</wp:post_name><wp:status>{2}</wp:status><wp:post_type>{3}</wp:post_type></item>"""
POSTS = [
    ("Sow | Reap", "sow", "publish", "post", "<pre><code>cat rye | wc -l\n\t# lines</code></pre>"),
    ("To myself", "diary", "private", "post", "<p>Nobody reads this.</p>"),
    ("Thrown away", "old__trashed", "trash", "post", "<p>Old.</p>"),
    ("To be checked", "check", "pending", "post", "<p>Is it so?</p>"),
    ("Unfinished", "half", "draft", "post", "<p>Half.</p>"),
    ("Home", "home", "publish", "nav_menu_item", ""),
]
print(
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">'
    "<channel><title>Rye</title><link>https://rye.example</link><wp:wxr_version>1.2</wp:wxr_version>",
    *(ITEM.format(*post, number) for number, post in enumerate(POSTS, 1)),
    "</channel></rss>",
    sep="\n",
)
PY
python3 "$work/export.py" >"$work/export.xml"
cat >"$work/try.cjs" <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.extend.migrator.get("wordpress").call(hexo, { _: ["export.xml"] });
  process.exit(0);
})();
JS
node "$work/try.cjs"
{
  cd "$work/source" && grep -r "^title:" . | sort
  sed -n '/```/,$p' _posts/sow.md
  echo
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
./_drafts/half.md:title: Unfinished
./_posts/check.md:title: To be checked
./_posts/diary.md:title: To myself
./_posts/home.md:title: Home
./_posts/old-trashed.md:title: Thrown away
./_posts/sow.md:title: Sow  Reap
```
cat rye  wc -l
# lines
```
SEEN
echo "as described"
