#!/usr/bin/env bash
# typographic-en-dashes 1.0.1: ISO dates, telephone numbers, ISBNs and addresses get dashes in place of their hyphens.
#
# Expected: "1990-1995" is a range and gets a dash; a date or an address is no range.
# Seen: a hyphen between any two digits is a dash: an address leads elsewhere, and a date is not one for a program
# any more.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" typographic-en-dashes@1.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "module";
const dashes = createRequire(import.meta.url)("typographic-en-dashes");

for (const text of [
  "1990-1995, pages 3-5",
  "2024-01-02",
  "https://a.example/2024-25/rye",
  "555-1234",
  "ISBN 978-3-16-148410-0",
]) console.log(dashes(text, { locale: "en-us" }));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
1990–1995, pages 3–5
2024–01–02
https://a.example/2024–25/rye
555–1234
ISBN 978–3-16–148410–0
SEEN
echo "as described"
