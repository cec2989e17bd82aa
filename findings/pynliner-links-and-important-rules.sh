#!/usr/bin/env bash
# pynliner 0.8.0: rules for links under the pointer and for dark mode lose their place or are gone, and "!important"
# is lost.
#
# Expected (CSS Cascade 4, 6.1): rules that a style attribute cannot hold – ":hover", "::before", "@media" – stay in a
# style sheet; "!important" in a style sheet wins over a style attribute, so that it stays with its value.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pynliner==0.8.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import logging

from pynliner import Pynliner

PAGE = """<html><head><style>
p { color: red } #note { color: green !important }
a:hover { color: blue } p::before { content: "x" }
@media (prefers-color-scheme: dark) { p { color: white } }
</style></head><body><p id="note" style="color: black">Sow rye.</p><a href="#">More</a></body></html>"""
quiet = logging.getLogger("quiet")
quiet.setLevel(logging.CRITICAL)
print(Pynliner(log=quiet).from_string(PAGE).run())
PY
diff "$work/seen" - <<'SEEN'
<html><head></head><body><style>@media (prefers-color-scheme: dark) { p { color: white } }</style><p id="note" style="color: green; color: black">Sow rye.</p><a href="#">More</a></body></html>
SEEN
echo "as described"
