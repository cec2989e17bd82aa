#!/usr/bin/env bash
# vcard4-ts 0.4.1: the units of an organisation are one name with semicolons, as if they were typed there.
#
# Expected: ORG is a list (RFC 6350, 6.6.4): "ORG:Quay\; Sons;Lamps" is the firm “Quay; Sons” and its unit “Lamps”, as
# N and ADR are read.
# Seen: the value is a list of one text, “Quay; Sons;Lamps”. Escaped semicolons are read and others are not split, so
# nobody can tell the parts any more. No nag is given.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" vcard4-ts@0.4.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parseVCards } from "vcard4-ts";

const { vCards } = parseVCards(
  ["BEGIN:VCARD", "VERSION:4.0", "FN:Bo Lee", "N:Lee;Bo;;;", "ORG:Quay\\; Sons;Lamps", "END:VCARD", ""].join("\r\n"),
);
const [{ ORG, N, nags }] = vCards;
console.log(JSON.stringify({ ORG, N, nags }));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"ORG":[{"value":["Quay; Sons;Lamps"]}],"N":{"value":{"familyNames":["Lee"],"givenNames":["Bo"],"additionalNames":[""],"honorificPrefixes":[""],"honorificSuffixes":[""]}}}
SEEN
echo "as described"
