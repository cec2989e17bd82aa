#!/usr/bin/env bash
# readabilitySAX 1.6.1: the plain text of an article has entities in it, code in one line, and no short lists.
#
# Expected: "type: text" gives text: "<b>" for "&lt;b&gt;" in the page; a list of two items between paragraphs, and
# code as its author indented it, are part of the article.
# Seen: "&lt;b&gt; &amp;amp;", as in HTML; lines of code join; lists and tables of few words are left out.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" readabilitySAX@1.6.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { process: read } = require("readabilitySAX");

const filler = "<p>Rye bread is made of rye flour, water and salt, and it takes a day. It has, of course, a crust.</p>";
const page = `<html><head><title>Rye</title></head><body><article>${filler.repeat(5)}<ul><li>rye</li><li>salt</li></ul>
<p>Write &lt;b&gt; for bold, and &amp;amp; for the sign.</p><pre><code>for loaf in loaves:
    bake(loaf)</code></pre>
<table><tr><td>Rye</td><td>500</td></tr></table>${filler}</article></body></html>`;
const lines = read(page, { type: "text" }).text.split("\n").filter((line) => line && !line.startsWith("Rye bread"));
console.log(lines.join("\n"));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
 
Write &lt;b&gt; for bold, and &amp;amp; for the sign.
for loaf in loaves: bake(loaf) 
SEEN
echo "as described"
