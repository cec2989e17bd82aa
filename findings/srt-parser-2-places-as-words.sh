#!/usr/bin/env bash
# srt-parser-2 1.2.3: the place of a caption on the screen becomes its first line, and is written back as such.
#
# Expected: what follows the times on their line ("X1:10 X2:600 Y1:20 Y2:60", as SubRip writes it) is no word of the
# caption.
# Seen: the caption reads "X1:10 …" and its words below; a file that is read and written has it on a line of its own,
# where every player shows it. A file whose captions have no numbers, as many have them, is empty, without an error.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" srt-parser-2@1.2.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import Parser from "srt-parser-2";

const Reader = Parser.default ?? Parser;
const placed = "1\n00:00:01,500 --> 00:00:02,000 X1:10 X2:600 Y1:20 Y2:60\nRye\n";
const plain = "00:00:01,500 --> 00:00:02,000\nRye\n\n00:00:03,000 --> 00:00:04,000\nOats\n";
for (const text of [placed, plain]) {
  const captions = new Reader().fromSrt(text);
  console.log(JSON.stringify([captions.map((caption) => caption.text), new Reader().toSrt(captions)]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[["X1:10 X2:600 Y1:20 Y2:60\nRye"],"1\r\n00:00:01,500 --> 00:00:02,000\r\nX1:10 X2:600 Y1:20 Y2:60\r\nRye\r\n\r\n"]
[[],""]
SEEN
echo "as described"
