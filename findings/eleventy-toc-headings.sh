#!/usr/bin/env bash
# eleventy-plugin-toc 1.1.5 puts headings in another order; eleventy-plugin-nesting-toc 1.3.0 loses words of theirs.
#
# Expected: a table of contents has the headings of the page, in their order, with their words.
# Seen: with the first, a heading that skips a level stands before all others, far from its section, and the number
# sign of "Rule #1" is gone, as the mark of a permalink is. The second writes the text of a heading as HTML: of "Why
# <b> is bold" the tag is not shown, and the rest of the table is bold.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" eleventy-plugin-toc@1.1.5 \
  eleventy-plugin-nesting-toc@1.3.0 >/dev/null
cat >try.cjs <<'JS'
const PAGE = `
<h2 id="a">Rule #1</h2>
<h2 id="b">Why &lt;b&gt; is bold</h2>
<h4 id="c">A detail of it</h4>
<h2 id="d">End</h2>`;

function show(name, plugin) {
  plugin({
    namespace: (_, register) => register(),
    addFilter: (_, toc) => console.log(name, toc(PAGE).replace(/\s*\n\s*/g, "")),
  });
}

show("toc", require("eleventy-plugin-toc"));
show("nesting-toc", require("eleventy-plugin-nesting-toc").configFunction);
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
toc <nav class="toc" ><ol><li><a href="#c">A detail of it</a></li><li><a href="#a">Rule1</a></li><li><a href="#b">Why &lt;b&gt; is bold</a></li><li><a href="#d">End</a></li></ol></nav>
nesting-toc <nav class="toc"><ol><li><a href="#a">Rule #1</a></li><li><a href="#b">Why <b> is bold</a><ol><li><a href="#c">A detail of it</a></li></ol></li><li><a href="#d">End</a></li></ol></nav>
SEEN
echo "as described"
