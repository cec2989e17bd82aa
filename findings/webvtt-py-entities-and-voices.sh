#!/usr/bin/env bash
# webvtt-py 0.6.0, pycaption 2.3.14: the plain text of a caption has entities in it; or who speaks becomes words.
#
# Expected (WebVTT, 6.4): "&amp;" in a cue is "&"; <v Ann> says who speaks, and is no word of the text, a cue may have
# two voices; comments (NOTE) and the names of cues are in the file that is written.
# Seen: `text` of webvtt-py is without tags, yet with "&amp;", and `voice` is the first of two; pycaption decodes, but
# writes "Ann: " into the text of the new file, without comments and names.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check webvtt-py==0.6.0 pycaption==2.3.14
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import pycaption
import webvtt

FILE = """WEBVTT

NOTE from the mill

rye
00:01.000 --> 00:03.000
<v Ann>Rye &amp; salt</v>
<v Bo>and water</v>
"""
caption = webvtt.from_string(FILE)[0]
print(repr(caption.text), caption.voice)
captions = pycaption.WebVTTReader().read(FILE)
print(repr(captions.get_captions("en-US")[0].get_text()))
print(pycaption.WebVTTWriter().write(captions).strip())
PY
diff "$work/seen" - <<'SEEN'
'Rye &amp; salt\nand water' Ann
'Ann: Rye & salt\nBo: and water'
WEBVTT

00:00:01.000 --> 00:00:03.000
Ann: Rye &amp; salt
Bo: and water
SEEN
echo "as described"
