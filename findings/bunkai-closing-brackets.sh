#!/usr/bin/env bash
# bunkai 1.5.7: a closing bracket of Japanese is the beginning of the next sentence, and a title with a full stop in
# it is two.
#
# Expected: what a sentence quotes ends with its bracket: 「はい。」 is one piece, whether or not the sentence goes on
# after it, so that a text cut after a sentence has no bracket left open.
# Seen: the full stop within ends the sentence, for all three kinds of brackets, and "」" stands at the start of the
# next; "…" in the middle and "e.g." end one, too.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bunkai==1.5.7
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from bunkai import Bunkai

for text in (
    "「はい。」と言った。",
    "『本。』を読む。次の文。",
    "（雨だった。）次の文です。",
    "モーニング娘。は歌手です。",
    "それは…麦です。e.g. 例です。",
):
    print(list(Bunkai()(text)))
PY
diff "$work/seen" - <<'SEEN'
['「はい。', '」と言った。']
['『本。', '』を読む。', '次の文。']
['（雨だった。', '）次の文です。']
['モーニング娘。', 'は歌手です。']
['それは…', '麦です。', 'e.g. ', '例です。']
SEEN
echo "as described"
