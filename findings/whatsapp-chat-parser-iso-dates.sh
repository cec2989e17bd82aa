#!/usr/bin/env bash
# whatsapp-chat-parser 4.0.2: of dates that begin with the year, day and month are exchanged.
#
# Expected: "2023-03-02", as phones set to Swedish, Canadian or Chinese write it, is 2 March: no country writes
# year, day, month. For "3/2/23" there is the option `daysFirst`.
# Seen: it is 3 February, unless other dates in the chat tell the two apart, such as one after the 12th of a month.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" whatsapp-chat-parser@4.0.2 >/dev/null
cat >"$work/try.cjs" <<'JS'
process.env.TZ = "UTC";
const { parseString } = require("whatsapp-chat-parser");

for (const chat of [
  "[2023-03-02, 20:15:27] Ann: Rye",
  "[2023-03-02, 20:15:27] Ann: Rye\n[2023-03-13, 20:15:27] Ann: Salt",
])
  console.log(...parseString(chat).map(({ date, message }) => `${date.toISOString()} ${message}`));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2023-02-03T20:15:27.000Z Rye
2023-03-02T20:15:27.000Z Rye 2023-03-13T20:15:27.000Z Salt
SEEN
echo "as described"
