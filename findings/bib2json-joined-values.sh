#!/usr/bin/env bash
# bib2json 0.0.1: after a value joined by "#" the next field has another name, and a year without quotation marks is an error.
#
# Expected (BibTeX): '"Rye" # " bread"' is "Rye bread", also with names of "@string"; a number needs no quotation marks, and
# "M{\"u}ller" is Müller.
# Seen: of the joined value the first part is left; the second becomes the name of a field, which takes the value of the one
# that follows, so that a book has no title. A name and a text are shown with the sign between them. The year is read, and
# an "undefined macro" is reported.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" bib2json@0.0.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const parse = require("bib2json");

for (const text of [
  '@book{a, note="Rye" # " bread", title="On rye"}',
  '@string{mill="The Mill"} @book{a, publisher=mill # " Press", title="On rye"}',
  "@book{a, year=2024}",
  '@book{a, author={M{\\"u}ller}}',
]) {
  const { entries, errors } = parse(text);
  console.log(text, "\n  ", JSON.stringify(entries[0].Fields), ...errors.map((error) => error.at(-1)));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
@book{a, note="Rye" # " bread", title="On rye"} 
   {"note":"Rye","bread":"On rye"}
@string{mill="The Mill"} @book{a, publisher=mill # " Press", title="On rye"} 
   {"publisher":"mill # Press","title":"On rye"}
@book{a, year=2024} 
   {"year":"2024"} Reference to an undefined macro: 2024
@book{a, author={M{\"u}ller}} 
   {"author":"M\"uller"}
SEEN
echo "as described"
