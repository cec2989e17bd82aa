#!/usr/bin/env bash
# Django 5.2.19: urlize loses the full stop, the comma or the mark after an address in brackets.
#
# Expected: urlize adds links and leaves the text as it is: "See the mill (https://…)." ends with a full stop.
# Seen: where a closing bracket and then another mark stand behind an address, the bracket is put behind the link and
# the mark is nowhere, so that two sentences become one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Django==5.2.19
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from django.conf import settings

settings.configure(USE_I18N=False)
from django.utils.html import urlize

for text in (
    "See the mill (https://rye.example/mill). It burns.",
    "Sown (https://rye.example/rye), milled and baked",
    "It burns (see https://rye.example/mill)! Come.",
    "See https://rye.example/mill. It burns.",
):
    print(urlize(text).replace(' rel="nofollow"', ""))
PY
diff "$work/seen" - <<'SEEN'
See the mill (<a href="https://rye.example/mill">https://rye.example/mill</a>) It burns.
Sown (<a href="https://rye.example/rye">https://rye.example/rye</a>) milled and baked
It burns (see <a href="https://rye.example/mill">https://rye.example/mill</a>) Come.
See <a href="https://rye.example/mill">https://rye.example/mill</a>. It burns.
SEEN
echo "as described"
