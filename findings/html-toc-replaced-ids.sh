#!/usr/bin/env bash
# html-toc 2.0.0: the id that an author gave to a heading is replaced, so that links to it lead nowhere.
#
# Expected: a heading that has an id keeps it, as with rehype-slug and markdown-it-anchor, and the table of contents leads to
# it; an id stands once in a page (HTML, 3.2.6).
# Seen: every listed heading gets an id made of its words. "#sowing", to which the text and other pages link, is gone. The new
# id is there twice, in the heading and in the sign beside it; "anchors: false" leaves the sign out, and replaces ids, too.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-toc@2.0.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const toc = require("html-toc");

const page = '<div id="toc"></div><h2 id="sowing">How to sow</h2><p>See <a href="#sowing">above</a>.</p>';
for (const options of [{}, { anchors: false }]) {
  const html = toc(page, options);
  console.log(html.replace(/\s+/g, " "));
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
  console.log("  ids:", ids.join(", "));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<div id="toc"><ul class="nav sidenav"><li><a href="#how-to-sow">How to sow</a></li></ul></div><h2 id="how-to-sow">How to sow<a href="#how-to-sow" name="how-to-sow" class="anchor"> <span class="anchor-target" id="how-to-sow"></span> <span class="glyphicon glyphicon-link"></span> </a></h2><p>See <a href="#sowing">above</a>.</p>
  ids: toc, how-to-sow, how-to-sow
<div id="toc"><ul class="nav sidenav"><li><a href="#how-to-sow">How to sow</a></li></ul></div><h2 id="how-to-sow">How to sow</h2><p>See <a href="#sowing">above</a>.</p>
  ids: toc, how-to-sow
SEEN
echo "as described"
