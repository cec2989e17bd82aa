#!/usr/bin/env bash
# pysubs2 1.8.1: words in braces vanish from a transcript, and the names of speakers from one in WebVTT.
#
# Expected: SubRip has no braces and no backslashes of its own, so they are text; a WebVTT cue is escaped as HTML
# is, and names its speaker in <v Ann> (WebVTT, 4.2.2). srt 3.5.3 keeps the braces, webvtt-py 0.6.0 the speaker.
# Seen: SubRip is read as if it were SubStation: "{laughs}" is not in the plain text and not in a file written from it,
# "C:\new" has a line break. Of WebVTT the speakers go, and times within a line stay in the plain text. In what both
# pysubs2 and webvtt-py give as text, "&amp;" stays as it is.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pysubs2==1.8.1 srt==3.5.3 webvtt-py==0.6.0 2>/dev/null
cat >"$work/talk.srt" <<'SRT'
1
00:00:01,000 --> 00:00:02,500
We sow {laughs} rye
in C:\new & C:\rye.
SRT
cat >"$work/talk.vtt" <<'VTT'
WEBVTT

00:01.000 --> 00:02.500
<v Ann>Rye &amp; oats, &lt;3</v>

00:03.000 --> 00:04.000
Sow <00:03.500>and reap
VTT
cat >"$work/try.py" <<'PY'
import pysubs2
import srt
import webvtt

with open("talk.srt", encoding="utf-8") as file:
    print("srt    ", [cue.content for cue in srt.parse(file.read())])
talk = pysubs2.load("talk.srt")
print("pysubs2", [cue.plaintext for cue in talk])
print(talk.to_string("srt"))
print("webvtt ", [(cue.voice, cue.text) for cue in webvtt.read("talk.vtt")])
print("pysubs2", [(cue.name, cue.plaintext) for cue in pysubs2.load("talk.vtt")])
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
srt     ['We sow {laughs} rye\nin C:\\new & C:\\rye.']
pysubs2 ['We sow  rye\nin C:\new & C:\\rye.']
1
00:00:01,000 --> 00:00:02,500
We sow  rye
in C:
ew & C:\rye.


webvtt  [('Ann', 'Rye &amp; oats, &lt;3'), (None, 'Sow and reap')]
pysubs2 [('', 'Rye &amp; oats, &lt;3'), ('', 'Sow <00:03.500>and reap')]
SEEN
echo "as described"
