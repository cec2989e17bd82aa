#!/usr/bin/env bash
# pysbd 0.3.4: a sentence with a note sign, a sun or a calendar sign is lost, whole.
#
# Expected: with clean=False, which its README calls non-destructive, the segments joined are the text.
# Seen: pysbd marks places with characters that it takes for unused, such as ♬, ☉, ☇ and ∯, and puts the
# punctuation back in the end. A sentence that holds one of them itself is then no longer found in the
# text, and left out without a word. With char_span=True its place is missing, too.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pysbd==0.3.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pysbd

TEXTS = (
    "The choir sang at six. Then we left.",
    "The choir ♬ sang at six. Then we left.",
    "It was ☉ all day. Then it rained.",
    "A contour integral is ∮, a surface one ∯. Then it gets hard.",
)
for text in TEXTS:
    print(text)
    print("  segments", pysbd.Segmenter(language="en", clean=False).segment(text))
    spans = pysbd.Segmenter(language="en", clean=False, char_span=True).segment(text)
    print("  spans", [(span.start, span.end) for span in spans], "of", len(text))
PY
diff "$work/seen" - <<'SEEN'
The choir sang at six. Then we left.
  segments ['The choir sang at six. ', 'Then we left.']
  spans [(0, 23), (23, 36)] of 36
The choir ♬ sang at six. Then we left.
  segments ['Then we left.']
  spans [(25, 38)] of 38
It was ☉ all day. Then it rained.
  segments ['all day. ', 'Then it rained.']
  spans [(9, 18), (18, 33)] of 33
A contour integral is ∮, a surface one ∯. Then it gets hard.
  segments ['Then it gets hard.']
  spans [(42, 60)] of 60
SEEN
echo "as described"
