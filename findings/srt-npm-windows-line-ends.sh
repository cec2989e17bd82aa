#!/usr/bin/env bash
# srt 0.0.3 (npm): of a file with Windows line ends the first caption holds all others, numbers and times included.
#
# Expected: SubRip, a program for Windows, ends lines with CR LF, and so do most files of captions; an empty line ends a
# caption.
# Seen: the parts are looked for between two LF, which such a file does not have. With LF the captions are read, but the
# last one keeps its line end, and times with a point, as many writers of SubRip files have them, are no numbers.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" srt@0.0.3 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { fromString } = require("srt");

const text = "1\n00:00:01,000 --> 00:00:02,000\nSow rye.\n\n2\n00:00:03.000 --> 00:00:04.000\nReap it.\n";
for (const file of [text, text.replaceAll("\n", "\r\n")])
  for (const { number, startTime, text: words } of Object.values(fromString(file))) console.log(number, startTime, JSON.stringify(words));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
1 1000 "Sow rye."
2 NaN "Reap it.\n"
1 1000 "Sow rye.\r\n\r\n2\r\n00:00:03.000 --> 00:00:04.000\r\nReap it.\r\n"
SEEN
echo "as described"
