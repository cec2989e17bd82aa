#!/usr/bin/env bash
# vcf 2.1.2, vcard-parser 1.0.0, vcard4 4.0.5: the backslash of a path ends a line, a name is parted, an address is a list.
#
# Expected (RFC 6350, 3.4 and 4): in a text "\\" is a backslash, whatever letter follows, "\," and "\;" are signs of it; a
# semicolon with a backslash does not part the components of a name; an address is one value.
# Seen: vcf keeps all backslashes, and parts the name at the one that it escapes. The others read "C:\\new" as "C:\", a line
# end and "ew". vcard-parser makes two of an address with a comma.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" vcf@2.1.2 vcard-parser@1.0.0 vcard4@4.0.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import * as vcard4 from "vcard4";

const require = createRequire(import.meta.url);
const card = (version) =>
  ["BEGIN:VCARD", `VERSION:${version}`, "FN:Ann", "N:Li\\;Quay;Ann;;;", "NOTE:See C:\\\\new\\, now", "URL:https://rye.example/?a=1,2", "END:VCARD", ""].join("\r\n");
const first = Object.fromEntries(new (require("vcf"))().parse(card("3.0")).toJSON()[1].map(([name, , , value]) => [name, value]));
console.log("vcf", JSON.stringify([first.n, first.note, first.url]));
const second = (require("vcard-parser").parse ?? require("vcard-parser").default.parse)(card("3.0"));
console.log("vcard-parser", JSON.stringify([second.n[0].value, second.note[0].value, second.url[0].value]));
const third = vcard4.parse(card("4.0"));
console.log("vcard4", JSON.stringify(["N", "NOTE", "URL"].map((name) => third.getProperty(name)[0].value)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
vcf [["Li\\","Quay","Ann","","",""],"See C:\\\\new\\, now","https://rye.example/?a=1,2"]
vcard-parser [["Li;Quay","Ann","","",""],"See C:\\\new, now",["https://rye.example/?a=1","2"]]
vcard4 [{"familyNames":"Li;Quay","givenNames":"Ann","additionalNames":"","honorificPrefixes":"","honorificSuffixes":""},"See C:\\\new, now","https://rye.example/?a=1,2"]
SEEN
echo "as described"
