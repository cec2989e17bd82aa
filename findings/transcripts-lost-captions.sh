#!/usr/bin/env bash
# vtt-to-json 0.1.1, @plussub/srt-vtt-parser 2.0.5: captions of two lines vanish, numbers are words, ends are gone.
#
# Expected (WebVTT, 4.1): a cue may have several lines, and a name or a number above its times; settings may follow
# the times, "align:start"; hours may be left out; a line may end with CR LF.
# Seen: vtt-to-json leaves out captions of two lines, and makes captions of numbers, at the times of the one before;
# srt-vtt-parser has no end for a cue with settings and without hours, and keeps "\r" in texts and names.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    vtt-to-json@0.1.1 @plussub/srt-vtt-parser@2.0.5 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { parse } = require("@plussub/srt-vtt-parser");
const vttToJson = require("vtt-to-json");

const twoLines = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nRye.\n\n00:00:04.000 --> 00:00:05.000\nIt keeps\nfor a week.\n";
const numbers = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nRye.\n\n2\n00:00:04.000 --> 00:00:05.000\nSalt.\n";
const settings = "WEBVTT\n\n00:01.000 --> 00:03.000 align:start\nRye.\n";
const show = (name, cues) => console.log(name, JSON.stringify(cues));
(async () => {
  for (const file of [twoLines, numbers])
    show("vtt-to-json", (await (vttToJson.default ?? vttToJson)(file)).map(({ start, end, part }) => [start, end, part]));
  for (const file of [twoLines, settings, settings.replace(/\n/g, "\r\n")])
    show("srt-vtt-parser", parse(file).entries.map(({ from, to, text }) => [from, to, text]));
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
vtt-to-json [[1000,3000,"Rye."],[1000,3000,""]]
vtt-to-json [[1000,3000,"Rye."],[1000,3000,"2"]]
srt-vtt-parser [[1000,3000,"Rye."],[4000,5000,"It keeps\nfor a week."]]
srt-vtt-parser [[1000,null,"Rye."]]
srt-vtt-parser [[1000,null,"Rye.\r"]]
SEEN
echo "as described"
