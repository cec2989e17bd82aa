#!/usr/bin/env bash
# podcast-transcript-convert 0.1.2: of what a speaker says in several paragraphs only the last is kept.
#
# Expected: in the HTML form of a transcript <cite> names who speaks and <time> when, and the paragraphs that follow
# are what is said, be it one or three, and whatever else stands there (a list, a quotation) is said too.
# Seen: each <p> replaces the one before it; a list or a quotation is left out. Of captions in SubRip the tags stay
# ("<i>").
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    podcast-transcript-convert==0.1.2 beautifulsoup4==4.15.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from podcast_transcript_convert.converters.html_to_json import html_to_podcast_dict
from podcast_transcript_convert.converters.srt_to_json import srt_to_podcast_dict

HTML = """<cite>Ann:</cite>
<time>0:01</time>
<p>We sow in autumn.</p>
<p>We reap in summer.</p>
<cite>Ben:</cite>
<time>0:20</time>
<p>What do you need?</p>
<ul><li>Rye</li><li>Salt</li></ul>
<cite>Ann:</cite>
<time>0:30</time>
<blockquote>Bread is life.</blockquote>
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
<i>Rye</i> &
oats
"""
for given in (html_to_podcast_dict(HTML), srt_to_podcast_dict(SRT)):
    for segment in given["segments"]:
        print(segment)
PY
diff "$work/seen" - <<'SEEN'
{'speaker': 'Ann', 'startTime': 1, 'body': 'We reap in summer.'}
{'speaker': 'Ben', 'startTime': 20, 'body': 'What do you need?'}
{'speaker': 'Ann', 'startTime': 30}
{'startTime': 1.0, 'endTime': 3.0, 'body': '<i>Rye</i> & oats'}
SEEN
echo "as described"
