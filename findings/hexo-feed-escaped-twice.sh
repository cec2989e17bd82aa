#!/usr/bin/env bash
# hexo-feed 1.1.2 with Hexo 7.3.0: a reader shows the HTML of every post as text, and the feed of "C#" is at "#/rss.xml".
#
# Expected (RSS 2.0): what a reader has after parsing <description> is HTML, either escaped once or in CDATA; the name of a
# tag is made fit for an address, as Hexo makes it ("C"), or encoded.
# Seen: in the RSS feed the post is escaped, and put into CDATA as well, so that its tags are shown as words. The JSON feed
# is right. In the path of a tag's feed "#" and "&" stay: a browser that asks for tag/c#/rss.xml gets "tag/c".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@7.3.0 hexo-feed@1.1.2 \
  hexo-renderer-marked@6.3.0 hexo-generator-tag@2.0.0 chalk@4.1.2 hexo-renderer-ejs@2.0.0 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "7.3.0" } }));
'
printf 'title: Rye\nurl: https://rye.example\ntimezone: UTC\nfeed: {limit: 20}\n' >_config.yml
mkdir -p source/_posts
printf -- '---\ntitle: Rye\ndate: 2024-01-02\ntags: ["C#", "A&B"]\n---\nSow *rye* & oats.\n' >source/_posts/rye.md
node_modules/.bin/hexo generate --silent >/dev/null
cat >try.py <<'PY'
import json
from pathlib import Path
from xml.etree import ElementTree

item = ElementTree.parse("public/rss.xml").find("channel/item")
print("rss ", repr(item.findtext("description").strip()))
with open("public/feed.json", encoding="utf-8") as file:
    print("json", repr(json.load(file)["items"][0]["content_html"].strip()))
print(*sorted(str(path.parent) for path in Path("public").rglob("index.html") if "tags" in path.parts))
print(*sorted(map(str, Path("public/tag").rglob("rss.xml"))))
PY
python3 try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
rss  '&lt;p&gt;Sow &lt;em&gt;rye&lt;/em&gt; &amp;amp; oats.&lt;/p&gt;'
json '<p>Sow <em>rye</em> &amp; oats.</p>'
public/tags/A-B public/tags/C
public/tag/a&b/rss.xml public/tag/c#/rss.xml
SEEN
echo "as described"
