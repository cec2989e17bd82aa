#!/usr/bin/env bash
# bibtex 0.9.0 (npm): a file with "month = mar" or with a comment cannot be read, and accents are commands in a title.
#
# Expected (BibTeX): "jan" to "dec" are names that every style gives; "@comment" and entries in parentheses are part of the
# format, and what it holds is LaTeX: "M{\"u}ller" is Müller.
# Seen: a month raises "Unresolved reference", once the field is asked for; a comment, as JabRef writes at the end of each
# file, ends the reading of all entries, as do parentheses. In titles braces go, and commands stay as joined signs.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" bibtex@0.9.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { normalizeFieldValue, parseBibFile } = require("bibtex");

for (const text of [
  '@string{mill="The Mill"} @book{a, title=mill}',
  "@book{a, title=mar}",
  '@comment{jabref-meta: x} @book{a, title="Rye"}',
  '@book(a, title="Rye")',
  '@book{a, title="M{\\"u}ller on \\emph{rye}, 50\\%"}',
]) {
  let seen;
  try {
    seen = normalizeFieldValue(parseBibFile(text).getEntry("a").getField("title"));
  } catch (error) {
    seen = error.message.split(" (")[0];
  }
  console.log(text, "=>", seen);
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
@string{mill="The Mill"} @book{a, title=mill} => The Mill
@book{a, title=mar} => Unresolved reference: "mar"
@comment{jabref-meta: x} @book{a, title="Rye"} => Unexpected entry parsed: comment
@book(a, title="Rye") => Cannot read properties of undefined
@book{a, title="M{\"u}ller on \emph{rye}, 50\%"} => M\"uller on \emphrye, 50\%
SEEN
echo "as described"
