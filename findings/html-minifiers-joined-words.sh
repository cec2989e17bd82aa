#!/usr/bin/env bash
# html-minifier-terser 7.2.0, html-minifier-next 6.2.11, htmlnano 3.5.1: words around some elements of a line join.
#
# Expected: white space becomes one space, but does not vanish within a line, whatever element stands beside it:
# browsers show <data>, <output> and elements of one's own, such as <rye-price>, in the line.
# Seen: the first two have a list of the elements that stand in a line, and remove the spaces before and after all
# others: "costs <data>…</data> today" becomes "costs3.10today". htmlnano, with its preset "safe", keeps these, and
# removes the spaces between two elements that stand in no other, as in a fragment that a template includes.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-minifier-terser@7.2.0 html-minifier-next@6.2.11 \
  htmlnano@3.5.1 posthtml@0.16.7 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { minify as next } from "html-minifier-next";
import { minify as terser } from "html-minifier-terser";
import htmlnano from "htmlnano";

const options = { collapseWhitespace: true };
for (const html of [
  "<p>It costs <b>3.10</b> today</p>",
  '<p>It costs <data value="3.1">3.10</data> today</p>',
  "<p>It costs <rye-price>3.10</rye-price> today</p>",
  '<a href="/rye">Rye</a> <a href="/oats">Oats</a>',
]) {
  console.log("html-minifier-terser:", await terser(html, options));
  console.log("html-minifier-next:  ", await next(html, options));
  console.log("htmlnano:            ", (await htmlnano.process(html, {}, htmlnano.presets.safe)).html);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
html-minifier-terser: <p>It costs <b>3.10</b> today</p>
html-minifier-next:   <p>It costs <b>3.10</b> today</p>
htmlnano:             <p>It costs <b>3.10</b> today</p>
html-minifier-terser: <p>It costs<data value="3.1">3.10</data>today</p>
html-minifier-next:   <p>It costs<data value="3.1">3.10</data>today</p>
htmlnano:             <p>It costs <data value="3.1">3.10</data> today</p>
html-minifier-terser: <p>It costs<rye-price>3.10</rye-price>today</p>
html-minifier-next:   <p>It costs<rye-price>3.10</rye-price>today</p>
htmlnano:             <p>It costs <rye-price>3.10</rye-price> today</p>
html-minifier-terser: <a href="/rye">Rye</a> <a href="/oats">Oats</a>
html-minifier-next:   <a href="/rye">Rye</a> <a href="/oats">Oats</a>
htmlnano:             <a href="/rye">Rye</a><a href="/oats">Oats</a>
SEEN
echo "as described"
