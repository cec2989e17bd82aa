#!/usr/bin/env bash
# subtitles-parser-vtt 0.1.0: captions of the first hour may be lost, and a note at the end is spoken.
#
# Expected (WebVTT, 4.1, 4.3): hours may be left out of a time, "00:01.500"; what follows NOTE is for nobody; "&amp;" is
# "&", and <v Ann> says who speaks.
# Seen: a caption with a time without hours is not in the result, without an error: of a film of less than an hour,
# nothing at all. A note after a caption is a part of its text, references and the tags of speakers, too.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" subtitles-parser-vtt@0.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import parser from "subtitles-parser-vtt";

const files = [
  "WEBVTT\n\n00:01.500 --> 00:02.000\nRye\n\n00:59:59.000 --> 01:00:01.000\nOats\n",
  "WEBVTT\n\n00:00:01.500 --> 00:00:02.000\n<v Ann>Rye &amp; oats</v>\n\nNOTE ask Ann\nabout the rye\n",
];
for (const file of files) console.log(JSON.stringify(parser.fromVtt(file, "s")));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[{"id":1,"startTime":3599,"endTime":3601,"text":"Oats"}]
[{"id":1,"startTime":1.5,"endTime":2,"text":"<v Ann>Rye &amp; oats</v>\n\nNOTE ask Ann\nabout the rye"}]
SEEN
echo "as described"
