#!/usr/bin/env bash
# html2bbcode 1.2.6: lines of code become one, cells and terms join, and numbered lists begin at 1.
#
# Expected: [code] keeps the lines and indentation of <pre>; the words of two cells, or of a term and what it means,
# stay apart; the address of a link is the one that the HTML has, "?a=1&b=2".
# Seen: white space in <pre> collapses as elsewhere; cells and <dt> and <dd> join without a space; an address keeps
# the entity, "?a=1&amp;b=2", while words do not; `start` and the text for a picture are gone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html2bbcode@1.2.6 >/dev/null
cat >"$work/try.mjs" <<'JS'
import converter from "html2bbcode";

for (const html of [
  "<pre>if rye:\n    mill()</pre>",
  "<table><tr><td>Rye</td><td>Salt</td></tr></table>",
  "<dl><dt>Rye</dt><dd>A grain</dd></dl>",
  '<a href="https://digest.example/?a=1&amp;b=2">Rye &amp; salt</a>',
  '<ol start="3"><li>Mill</li></ol>',
  '<img src="loaf.png" alt="A loaf">',
])
  console.log(JSON.stringify(new converter.HTML2BBCode().feed(html).toString()));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"[code]if rye: mill()[/code]"
"RyeSalt\n"
"RyeA grain"
"[url=https://digest.example/?a=1&amp;b=2]Rye & salt[/url]"
"[ol][li]Mill[/li]\n[/ol]"
"[img]loaf.png[/img]"
SEEN
echo "as described"
