#!/usr/bin/env bash
# bibtex-tidy 1.14.0: a file that is only put in order leads to other pages: addresses get backslashes.
#
# Expected: signs such as _ and & are escaped in words, where LaTeX needs it; what stands in \url{…} or \href{…} is an
# address and stays, as it does in the field "url".
# Seen: by default every _, & and # in the address of a note, a title or "howpublished" has a backslash before it, and
# a reader of BibTeX makes a link of that. No warning is given.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" bibtex-tidy@1.14.0 @retorquere/bibtex-parser@9.0.29 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const { tidy } = createRequire(import.meta.url)("bibtex-tidy");
import { parse } from "@retorquere/bibtex-parser";

const entry = String.raw`@misc{oil,
  howpublished = {\url{https://quay.example/lamp_oil?kind=b&year=2#price}},
  note = {see \href{https://quay.example/a_b}{the list}}
}`;
for (const bibtex of [entry, tidy(entry).bibtex]) {
  const { howpublished, note } = parse(bibtex).entries[0].fields;
  console.log(howpublished.match(/href="([^"]*)/)[1], note.match(/href="([^"]*)/)[1]);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://quay.example/lamp_oil?kind=b&year=2#price https://quay.example/a_b
https://quay.example/lamp\_oil?kind=b\&year=2\#price https://quay.example/a\_b
SEEN
echo "as described"
