#!/usr/bin/env bash
# datocms-html-to-structured-text 6.0.0: the cells of a table are one word in DatoCMS, and so are terms and meanings.
#
# Expected: words of different cells, terms and quotations stay apart, if as paragraphs.
# Seen: all cells of a table, and a list of terms after it, are spans of one paragraph: "RyeoldOatspale". A quotation
# runs into the name of whom it quotes, "Bread is life.Ann Li".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" datocms-html-to-structured-text@6.0.0 \
    datocms-structured-text-to-html-string@6.0.0 parse5@8.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parse5ToStructuredText } from "datocms-html-to-structured-text";
import { render } from "datocms-structured-text-to-html-string";
import { parse } from "parse5";

for (const html of [
  "<table><tr><td>Rye</td><td>old</td></tr><tr><td>Oats</td><td>pale</td></tr></table><dl><dt>Mill</dt><dd>grinds</dd></dl>",
  "<blockquote>Bread is life.<footer>Ann Li</footer></blockquote>",
]) {
  console.log(render(await parse5ToStructuredText(parse(html, { sourceCodeLocationInfo: true }))));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>RyeoldOatspaleMillgrinds</p>
<blockquote><p>Bread is life.Ann Li</p></blockquote>
SEEN
echo "as described"
