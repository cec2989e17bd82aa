#!/usr/bin/env bash
# html-to-formatted-text 2.7.0: "1 &lt; 2" stays as it is written, links have no address, and items no marks.
#
# Expected: plain text shows "1 < 2", "Rye & oats"; an item is recognisable, or at least one line each, and a link keeps
# where it leads.
# Seen: references are not decoded, so that a reader sees "&amp;" and "&eacute;". The items of a list are lines like any
# others, with a blank line where an inner list ends; nothing tells cells of one row from those of the next.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-formatted-text@2.7.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import format from "html-to-formatted-text";

const pages = [
  "<p>1 &lt; 2, Rye &amp; oats,&nbsp;5&nbsp;kg, caf&eacute;</p>", '<p>See <a href="https://mill.example/">the mill</a>.</p>',
  "<ul><li>rye<ul><li>dark</li></ul></li><li>oats</li></ul>", "<table><tr><td>rye</td><td>1</td></tr><tr><td>oats</td><td>2</td></tr></table>",
];
for (const page of pages) console.log(JSON.stringify([page, format(page)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["<p>1 &lt; 2, Rye &amp; oats,&nbsp;5&nbsp;kg, caf&eacute;</p>","1 &lt; 2, Rye &amp; oats, 5 kg, caf&eacute;"]
["<p>See <a href=\"https://mill.example/\">the mill</a>.</p>","See the mill."]
["<ul><li>rye<ul><li>dark</li></ul></li><li>oats</li></ul>","rye\ndark\n\noats"]
["<table><tr><td>rye</td><td>1</td></tr><tr><td>oats</td><td>2</td></tr></table>","rye\n1\noats\n2"]
SEEN
echo "as described"
