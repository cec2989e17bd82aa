#!/usr/bin/env bash
# biblatex-csl-converter 3.6.0: the journal "Nature Reviews" is "Nature reviews" in CSL, and "Ohio" is "ohio".
#
# Expected: names keep their capitals, and names of journals, series and books stay as they are: styles of BibTeX
# (plain.bst) lower the words of an article's title alone, and those in braces not.
# Seen: every English word that is not in braces is lowered, in the names of journals and series and in the titles of books
# as well; "NASA" stays, and so do German titles. The title of a work in several volumes, "maintitle", is not in the result.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" biblatex-csl-converter@3.6.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { CSLExporter, parse } from "biblatex-csl-converter";

for (const text of [
  '@article{a, title="Rye in Ohio: A History", journal="Nature Reviews"}',
  '@article{a, title="{Rye in Ohio: A History}", journal="{Nature Reviews}"}',
  '@book{a, title="NASA Rye", series="Mill Papers", maintitle="The Bread Books"}',
  '@book{a, title="Der Roggen und das Brot", langid="german"}',
]) {
  const [{ type, id, ...fields }] = Object.values(new CSLExporter(parse(text).entries).parse());
  console.log(text, "\n  ", JSON.stringify(fields));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
@article{a, title="Rye in Ohio: A History", journal="Nature Reviews"} 
   {"title":"Rye in ohio: a history","container-title":"Nature reviews"}
@article{a, title="{Rye in Ohio: A History}", journal="{Nature Reviews}"} 
   {"title":"<span class=\"nocase\">Rye in Ohio: A History</span>","container-title":"<span class=\"nocase\">Nature Reviews</span>"}
@book{a, title="NASA Rye", series="Mill Papers", maintitle="The Bread Books"} 
   {"title":"NASA rye","collection-title":"Mill papers"}
@book{a, title="Der Roggen und das Brot", langid="german"} 
   {"title":"Der Roggen und das Brot","language":"de-DE"}
SEEN
echo "as described"
