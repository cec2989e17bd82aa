#!/usr/bin/env bash
# webvtt-to-markdown 0.9.0: comments are published, and of two who speak in a caption the second's tag is shown.
#
# Expected (WebVTT, 4.1 and 4.2.2): what stands below NOTE is a comment, which no player shows; a caption may hold the
# words of several voices, each in <v>.
#
# Seen: the comment becomes a quotation between the captions; "</v>" and "<v Bo>" are words that Ann says; a line that
# begins with "#" is a heading.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check webvtt-to-markdown==0.9.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from webvtt_to_markdown import transcript_to_markdown

print(transcript_to_markdown("""WEBVTT

NOTE Ask Cy before this is published.

00:01.000 --> 00:03.000
<v Ann>Is it ripe?</v>
<v Bo>Yes.</v>

00:03.000 --> 00:04.000
<v Ann># 1 is.</v>
"""))
PY
diff "$work/seen" - <<'SEEN'
> Ask Cy before this is published.

**(00:01) Ann**
Is it ripe?</v>
<v Bo>Yes.
# 1 is.

SEEN
echo "as described"
