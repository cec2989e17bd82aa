#!/usr/bin/env bash
# subsrt-ts 2.1.2: captions with coordinates are left out, and a named WebVTT file is of no format.
#
# Expected: a line of SubRip's times may end with coordinates (X1:… Y2:…), and WebVTT's first line may go on with a
# name (“WEBVTT - Quay”), as its specification says.
# Seen: such a caption is not in the list, and the others are, without an error. The file with a name raises that its
# format cannot be told.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" subsrt-ts@2.1.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import * as subsrt from "subsrt-ts";

const { parse } = subsrt.default ?? subsrt;
const times = "00:00:03,000 --> 00:00:04,000";
const file = (line) => `1\n00:00:01,000 --> 00:00:02,000\nTrim the wick.\n\n2\n${line}\nLight it.\n\n3\n00:00:05,000 --> 00:00:06,000\nWait.\n`;
const show = (text) => {
  try {
    return parse(text).map((caption) => caption.text ?? caption.content ?? caption.data);
  } catch (error) {
    return error.message;
  }
};
console.log(show(file(times)));
console.log(show(file(`${times} X1:100 X2:600 Y1:400 Y2:440`)));
for (const first of ["WEBVTT", "WEBVTT - Quay"]) console.log(show(`${first}\n\n00:01.000 --> 00:02.000\nTrim the wick.\n`));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[ 'Trim the wick.', 'Light it.', 'Wait.\r\n' ]
[ 'Trim the wick.', 'Wait.\r\n' ]
[ undefined, 'Trim the wick.\n' ]
Cannot determine subtitle format
SEEN
echo "as described"
