#!/usr/bin/env bash
# markdown-it-inline-comments 1.0.1 ("Removes HTML comments"): a comment of more than one line is on the page.
#
# Expected: what stands in a comment is on no page, however long it is, as with HTML allowed, where CommonMark (4.6) ends a
# comment at its "-->" only.
# Seen: a comment on one line is removed. Of two lines, or with a list or a heading in it, notes to oneself are published with
# their marks.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    markdown-it@14.3.3 markdown-it-inline-comments@1.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import comments from "markdown-it-inline-comments";

const md = MarkdownIt().use(comments);
const html = MarkdownIt({ html: true });
const texts = ["Rye. <!-- ask Ann -->", "<!-- ask\nAnn -->", "<!-- ask Ann\n\nabout rye -->", "<!--\n- ask Ann\n-->", "<!--\n# Ask Ann\n-->"];
for (const text of texts) {
  const visible = html.render(text).replaceAll(/<!--[^]*?-->/g, "").trim();
  console.log(JSON.stringify([text, md.render(text).trim(), visible]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["Rye. <!-- ask Ann -->","<p>Rye. </p>","<p>Rye. </p>"]
["<!-- ask\nAnn -->","<p>&lt;!-- ask\nAnn --&gt;</p>",""]
["<!-- ask Ann\n\nabout rye -->","<p>&lt;!-- ask Ann</p>\n<p>about rye --&gt;</p>",""]
["<!--\n- ask Ann\n-->","<p>&lt;!--</p>\n<ul>\n<li>ask Ann\n--&gt;</li>\n</ul>",""]
["<!--\n# Ask Ann\n-->","<p>&lt;!--</p>\n<h1>Ask Ann</h1>\n<p>--&gt;</p>",""]
SEEN
echo "as described"
