#!/usr/bin/env bash
# ja_sentence_segmenter 0.3.0: its normalizer changes the tilde of an address and joins words that a space parts.
#
# Expected: a text is normalized for reading by programs; an address stays the address it is, and a sentence does not
# become another.
#
# Seen: "/~ann/" becomes "/～ann/", which no server knows; "日本 麦" is one word; the sentences are not those of the text,
# so that they cannot be found in it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ja-sentence-segmenter==0.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import functools

from ja_sentence_segmenter.common.pipeline import make_pipeline
from ja_sentence_segmenter.normalize.neologd_normalizer import normalize
from ja_sentence_segmenter.split.simple_splitter import split_newline, split_punctuation

segment = make_pipeline(normalize, split_newline, functools.partial(split_punctuation, punctuations="。!?"))
for text in ("https://rye.example/~ann/ を見た。", "東京 大阪 の 麦", "100m 走", "C++ パン", "モーニング娘。が来た。"):
    print(text, "->", list(segment([text])))
PY
diff "$work/seen" - <<'SEEN'
https://rye.example/~ann/ を見た。 -> ['https://rye.example/～ann/を見た。']
東京 大阪 の 麦 -> ['東京大阪の麦']
100m 走 -> ['100m走']
C++ パン -> ['C++パン']
モーニング娘。が来た。 -> ['モーニング娘。', 'が来た。']
SEEN
echo "as described"
