#!/usr/bin/env bash
# typograf 7.8.0: “section 5 C” becomes a temperature, as does any number before a C or an F.
#
# Expected: rules of typography set quotation marks, dashes and spaces; a letter after a number stays a letter unless
# there is a sign of degrees.
# Seen: “section 5 C”, “room 12 C” and a “grade 3 F” are degrees, by rules that are on for every language.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" typograf@7.8.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const Typograf = createRequire(import.meta.url)("typograf");

const typograf = new Typograf({ locale: ["en-US"] });
for (const text of ["See section 5 C here.", "room 12 C, first floor", "grade 3 F", "100 mg, 2 C and 1 D", 'the "oil" lamp']) {
  console.log(typograf.execute(text));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
See section 5 °C here.
room 12 °C, first floor
grade 3 °F
100 mg, 2 °C and 1 D
the “oil” lamp
SEEN
echo "as described"
