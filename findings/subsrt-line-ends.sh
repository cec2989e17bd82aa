#!/usr/bin/env bash
# subsrt 1.1.1: a file of captions with Unix line ends is one caption, or none.
#
# Expected (WebVTT, 4.1): a line ends with CR LF, LF or CR; SubRip files have either. What is converted to another
# format has all captions.
# Seen: with LF, the second caption and all that follow are words of the first, numbers and times included; a WebVTT
# file is one entry of type "meta", so that the SubRip file made of it is empty. With CR LF, both are read.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" subsrt@1.1.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const subsrt = require("subsrt");

const srt = "1\n00:00:01,000 --> 00:00:03,000\nRye\n\n2\n00:00:04,000 --> 00:00:05,000\nSalt\n";
const vtt = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nRye\n\n00:00:04.000 --> 00:00:05.000\nSalt\n";
for (const file of [srt, vtt])
  for (const text of [file, file.replace(/\n/g, "\r\n")])
    console.log(
      subsrt.parse(text).map(({ type, text }) => [type, text]),
      JSON.stringify(subsrt.convert(text, { format: "srt" })),
    );
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[
  [
    'caption',
    'Rye\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\nSalt\r\n'
  ]
] "1\r\n00:00:01,000 --> 00:00:03,000\r\nRye\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\nSalt\r\n\r\n\r\n"
[ [ 'caption', 'Rye' ], [ 'caption', 'Salt\r\n' ] ] "1\r\n00:00:01,000 --> 00:00:03,000\r\nRye\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\nSalt\r\n\r\n\r\n"
[ [ 'meta', undefined ] ] ""
[
  [ 'meta', undefined ],
  [ 'caption', 'Rye' ],
  [ 'caption', 'Salt\r\n' ]
] "2\r\n00:00:01,000 --> 00:00:03,000\r\nRye\r\n\r\n3\r\n00:00:04,000 --> 00:00:05,000\r\nSalt\r\n\r\n\r\n"
SEEN
echo "as described"
