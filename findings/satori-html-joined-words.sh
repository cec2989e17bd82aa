#!/usr/bin/env bash
# satori-html 0.3.2: in a picture of a title, words around bold ones join, and "&" is shown as "&amp;".
#
# Expected: HTML as elements for satori, which draws pictures of posts for previews: the space before and after an element
# is kept, "&amp;" is "&" as in every page, and an attribute may stand without quotation marks (HTML, 13.1.2.3).
# Seen: text loses its spaces at both ends: of "Sow <b>rye</b> <i>now</i>" no element has one. References are passed on as
# they are written, into texts that satori, like React, takes letter by letter. Of src=rye.png nothing is left. An item
# without an end tag is within the one before.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" satori-html@0.3.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { html } from "satori-html";

const simple = (node) =>
  typeof node === "string" ? node : node && `<${node.type}${node.props.src === undefined ? "" : ` src="${node.props.src}"`}>${[node.props.children].flat().map(simple).join("")}</${node.type}>`;
for (const source of [
  "<p>Sow <b>rye</b> <i>now</i> or never</p>",
  "<p>Rye &amp; oats: 3 &lt; 4&nbsp;kg</p>",
  "<div><img src=rye.png></div>",
  "<ul><li>rye<li>oats</ul>",
]) console.log(source, "->", [html(source).props.children].flat().map(simple).join(""));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Sow <b>rye</b> <i>now</i> or never</p> -> <p>Sow<b>rye</b><i>now</i>or never</p>
<p>Rye &amp; oats: 3 &lt; 4&nbsp;kg</p> -> <p>Rye &amp; oats: 3 &lt; 4&nbsp;kg</p>
<div><img src=rye.png></div> -> <div><img src=""></img></div>
<ul><li>rye<li>oats</ul> -> <ul><li>rye<li>oats</li></li></ul>
SEEN
echo "as described"
