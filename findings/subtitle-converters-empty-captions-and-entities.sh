#!/usr/bin/env bash
# subtitle-converter 3.0.12, ttml2srt 1.2.4: an empty caption shows the number of the next, and SRT shows "&amp;".
#
# Expected: a caption without words stays empty, or is left out; in SRT, which has no references, "&amp;" of WebVTT and
# TTML is "&", and who speaks (<v Ann>) is no tag that players show.
# Seen: the line below an empty caption is taken for its words: "2" is shown. To SRT, both keep references as they are
# written, and the tag of a speaker stays. What was converted counts as a success.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" subtitle-converter@3.0.12 ttml2srt@1.2.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { convert } from "subtitle-converter";
import { ttml2srt } from "ttml2srt";

const srt = "1\n00:00:01,500 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nOats\n";
const vtt = "WEBVTT\n\n00:00:01.500 --> 00:00:02.000\n<v Ann>Rye &amp; oats</v>\n";
const ttml = '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1.5s" end="2s">Rye &amp; oats</p></div></body></tt>';
for (const [text, kind] of [[srt, ".vtt"], [vtt, ".srt"]]) {
  const { subtitle, status } = convert(text, kind);
  console.log(JSON.stringify([subtitle, status.success]));
}
console.info = console.log = ((log) => (line, ...rest) => /FRAMERATE|TIMING/.test(`${line}${rest}`) || log(line))(console.log);
console.warn = () => {};
console.log(JSON.stringify(ttml2srt(ttml)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["WEBVTT\n\n1\n00:00:01.500 --> 00:00:02.000\n2\n\n2\n00:00:03.000 --> 00:00:04.000\nOats\n",true]
["1\r\n00:00:01,500 --> 00:00:02,000\r\n<v Ann>Rye &amp; oats</v>\r\n\r\n",true]
"﻿1\r\n00:00:01,500 --> 00:00:02,000\r\nRye &amp; oats\r\n\r\n"
SEEN
echo "as described"
