#!/usr/bin/env bash
# trim-html 0.1.9: the last word of a line and the first of the next are one word in an excerpt.
#
# Expected: a line end in HTML is a space; an excerpt has the words of the page. truncate-html 1.2.2 has them.
# Seen: line ends are removed, also from a text that is shorter than the limit, and with the option
# "preserveWhiteSpace". Generators that wrap paragraphs, or keep the lines of their Markdown, have one in most.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" trim-html@0.1.9 truncate-html@1.2.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import trim from "trim-html";
import truncate from "truncate-html";

for (const html of ["<p>Sow rye\nand oats.</p>", "<p><b>Sow</b>\n<i>rye</i></p>", "<pre>rye = 2\noats = 3</pre>"])
  for (const preserveWhiteSpace of [false, true])
    console.log(JSON.stringify(trim(html, { limit: 100, preserveWhiteSpace }).html), JSON.stringify(truncate(html, 100)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p>Sow ryeand oats.</p>" "<p>Sow rye and oats.</p>"
"<p>Sow ryeand oats.</p>" "<p>Sow rye and oats.</p>"
"<p><b>Sow</b><i>rye</i></p>" "<p><b>Sow</b> <i>rye</i></p>"
"<p><b>Sow</b><i>rye</i></p>" "<p><b>Sow</b> <i>rye</i></p>"
"<pre>rye = 2oats = 3</pre>" "<pre>rye = 2 oats = 3</pre>"
"<pre>rye = 2oats = 3</pre>" "<pre>rye = 2 oats = 3</pre>"
SEEN
echo "as described"
