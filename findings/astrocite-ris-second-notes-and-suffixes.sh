#!/usr/bin/env bash
# astrocite-ris 0.16.4: only the last of several notes and links is kept, and “Jr.” becomes a first name.
#
# Expected: RIS allows UR more than once, and what cannot be kept is reported; a name is “last name, first name,
# suffix”; A2 is an editor of a collection, or a secondary author.
# Seen: the earlier note and address are gone without a word. Of “Lee, Bo, Jr.” the given name is Jr. and the suffix
# Bo. The editor is the author of the chapter. The name of a society is cut into given name and family.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" astrocite-ris@0.16.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const { parse } = createRequire(import.meta.url)("astrocite-ris");

const record = `TY  - CHAP
TI  - The lamp
AU  - Quay Society
A2  - Lee, Bo, Jr.
N1  - Lent to Ann.
N1  - Page 4 is torn.
UR  - https://quay.example/lamp
UR  - https://quay.example/lamp.pdf
ER  - 
`;
const { author, editor, note, URL } = parse(record)[0];
console.log(JSON.stringify({ author, editor, note, URL }, null, 1));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{
 "author": [
  {
   "family": "Society",
   "given": "Quay"
  },
  {
   "family": "Lee",
   "given": "Jr.",
   "suffix": "Bo"
  }
 ],
 "note": "Page 4 is torn.",
 "URL": "https://quay.example/lamp.pdf"
}
SEEN
echo "as described"
