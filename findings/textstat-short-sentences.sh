#!/usr/bin/env bash
# textstat 0.7.13: sentences of one or two words are not counted, and a slash or a dash between words makes them one.
#
# Expected: "Go. Now. Run." are three sentences; "bread/butter" and "bread—butter" are two words each.
# Seen: one sentence (the least that it says), as those of at most two words are left out, also from its figures of
# how hard a text is to read. "bread/butter" and "bread—butter" are one word.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check textstat==0.7.13
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import textstat

for text in ("Go. Now. Run.", "We waited. It rained. We left.", "We waited long. It rained hard. We left early."):
    print(textstat.sentence_count(text), "sentences:", text)
for text in ("bread and butter", "bread/butter", "bread—butter", "bread — butter"):
    print(textstat.lexicon_count(text), "words:", text)
PY
diff "$work/seen" - <<'SEEN'
1 sentences: Go. Now. Run.
1 sentences: We waited. It rained. We left.
3 sentences: We waited long. It rained hard. We left early.
3 words: bread and butter
1 words: bread/butter
1 words: bread—butter
2 words: bread — butter
SEEN
echo "as described"
