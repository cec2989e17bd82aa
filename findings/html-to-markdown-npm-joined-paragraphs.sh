#!/usr/bin/env bash
# html-to-markdown 1.0.0 (npm): two paragraphs are one word, and bold words have stars around them.
#
# Expected: between two paragraphs of Markdown stands an empty line; what is bold has stars beside its letters (CommonMark
# 0.31.2, 6.2). A tag may have attributes.
# Seen: the tags of a paragraph are taken out, and nothing is put in their place. Stars stand apart from the words by
# spaces, so that they mark nothing. Links, and headings that have an attribute, stay HTML.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-markdown@1.0.0 marked@14.1.4 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { convert } = require("html-to-markdown");
const { marked } = require("marked");

for (const html of [
  "<p>Sow rye.</p><p>Reap it.</p>",
  "<p>Sow <b>rye</b> now.</p>",
  '<h2 id="rye">Rye</h2>',
  '<a href="https://rye.example/">rye</a>',
  "<blockquote><p>Sow.</p><p>Reap.</p></blockquote>",
]) {
  const markdown = convert(html);
  console.log(JSON.stringify(markdown), "=>", JSON.stringify(marked.parse(markdown).trim()));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Sow rye.Reap it." => "<p>Sow rye.Reap it.</p>"
"Sow ** rye ** now." => "<p>Sow ** rye ** now.</p>"
"<h2 id=\"rye\">Rye</h2>" => "<h2 id=\"rye\">Rye</h2>"
"<a href=\"https://rye.example/\">rye</a>" => "<p><a href=\"https://rye.example/\">rye</a></p>"
"> Sow.Reap." => "<blockquote>\n<p>Sow.Reap.</p>\n</blockquote>"
SEEN
echo "as described"
