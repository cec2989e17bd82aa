#!/usr/bin/env bash
# html-to-latex 0.8.0: links go with their words; nested lists, tables, quotations and definitions are left out.
#
# Expected: what has no counterpart in LaTeX keeps its words at least; a link its text, an ampersand its backslash.
# Seen: the words of a link are gone. So are the items of an inner list and all of a table, a quotation and a list of terms,
# without a word. "&" is not escaped, and a <br> is a space.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-latex@0.8.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { convertText } from "html-to-latex";

for (const page of [
  "<p>Read <a href='https://a.example/'>the book</a> now</p>",
  "<ul><li>Bread<ul><li>Rye</li></ul></li><li>Milk</li></ul>",
  "<table><tr><td>Rye</td><td>500 g</td></tr></table><p>End</p>",
  "<blockquote><p>Bake it.</p></blockquote><dl><dt>Rye</dt><dd>a grain</dd></dl><p>End</p>",
  "<p>Salt &amp; rye<br>Milk</p>",
]) console.log(JSON.stringify(await convertText(page)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Read  now"
"\\begin{itemize}\n\t\\item Bread\n\t\\item Milk\n\\end{itemize}"
"End"
"End"
"Salt & rye Milk"
SEEN
echo "as described"
