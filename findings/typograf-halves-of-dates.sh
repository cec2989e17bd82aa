#!/usr/bin/env bash
# typograf 7.8.0: on 1 February 2024, as Americans and Britons write it, a page reads "½/2024".
#
# Expected: "1/2 cup" may become "½ cup"; 1/2/2024 is no fraction.
# Seen: a fraction is what begins a date, if it is 1/2, 1/4 or 3/4; "2/4/2024" stays. Inches become a closing quotation
# mark; a difference gets a dash for its minus.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" typograf@7.8.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import Typograf from "typograf";

const typograf = new Typograf({ locale: ["en-US"] });
for (const text of ["1/2 cup", "On 1/2/2024", "From 3/4/24 on", "On 2/4/2024", "A 10\" disk", "5 - 3 = 2"])
  console.log(text, "->", typograf.execute(text));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
1/2 cup -> ½ cup
On 1/2/2024 -> On ½/2024
From 3/4/24 on -> From ¾/24 on
On 2/4/2024 -> On 2/4/2024
A 10" disk -> A 10” disk
5 - 3 = 2 -> 5 — 3 = 2
SEEN
echo "as described"
