#!/usr/bin/env bash
# caption2text 0.1.2: a line that is a number is no part of the transcript, nor are words in braces, and comments are.
#
# Expected (WebVTT, 4.1): what follows NOTE and STYLE is no caption, "&amp;" is "&", hours may be left out of a time,
# and a caption may say "1986" in a line of its own; SubRip has no braces and no "<3" of its own.
# Seen: numbers that are spoken vanish with those that count, "Language: …" within a caption too; "{laughs}" and all
# from "<3" to the next ">" is removed; the words of comments and style sheets, names of cues, times without hours and
# "&amp;" are in the transcript.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check caption2text==0.1.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import logging
from pathlib import Path

from caption2text import srt_to_transcript, vtt_to_transcript

logging.disable(logging.CRITICAL)
Path("talk.vtt").write_text("""WEBVTT

NOTE not checked yet

STYLE
::cue { color: teal }

intro
00:01.000 --> 00:03.000
Bread &amp; butter

00:00:04.000 --> 00:00:06.000
<v Ann>We began in
1986

00:00:07.000 --> 00:00:09.000
Language: a tool
""")
Path("talk.srt").write_text("""1
00:00:01,000 --> 00:00:03,000
We began in
1986

2
00:00:04,000 --> 00:00:06,000
I <3 rye, and rye > oats {laughs}
""")
for name, read in (("talk.vtt", vtt_to_transcript), ("talk.srt", srt_to_transcript)):
    print(name)
    print(read(name))
PY
diff "$work/seen" - <<'SEEN'
talk.vtt
NOTE not checked yet
STYLE
::cue
intro
00:01.000 --> 00:03.000
Bread &amp; butter
We began in
1986
talk.srt
We began in
I  oats
SEEN
echo "as described"
