#!/usr/bin/env bash
# sulguk 0.12.0: a numbered list for Telegram counts from 1, wherever it starts, and backwards to 0.
#
# Expected (HTML, 4.4.5; the package's README names both): <ol start="3"> begins with 3, and a reversed list of
# two items is 2, 1; `value` of an item works.
# Seen: `start` is not read, and a reversed list of two items is 1, 0.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sulguk==0.12.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from sulguk import transform_html

for html in (
    '<ol start="3"><li>Mill</li><li>Bake</li></ol>',
    "<ol reversed><li>Mill</li><li>Bake</li></ol>",
    '<ol start="3" reversed><li>Mill</li><li>Bake</li></ol>',
    '<ol><li value="3">Mill</li><li>Bake</li></ol>',
):
    print(repr(transform_html(html).text))
PY
diff "$work/seen" - <<'SEEN'
'1. Mill\n2. Bake\n'
'1. Mill\n0. Bake\n'
'1. Mill\n0. Bake\n'
'3. Mill\n4. Bake\n'
SEEN
echo "as described"
