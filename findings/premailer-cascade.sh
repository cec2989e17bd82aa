#!/usr/bin/env bash
# premailer 3.10.0: a rule for all paragraphs wins over one for a class, and "!important" is lost.
#
# Expected (CSS Cascade 4, 6.1): the rule with the more specific selector wins, "margin" of a class over "margin-top"
# of an element; "!important" in a style sheet wins over a style attribute without it.
# Seen: a property keeps the place in the attribute that its first rule gave it, and a shorthand is not known to set
# the longer names: "margin:1px; margin-top:5px" ends with the weaker rule. "!important" is read as nothing.
# css-inline 0.24.0 and juice 11.1.1 have both right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check premailer==3.10.0 css-inline==0.24.0
npm install --no-audit --no-fund --loglevel=error --prefix "$work" juice@11.1.1 >/dev/null
cat >"$work/try.py" <<'PY'
import json
import re
import subprocess

import css_inline
import premailer

PAGES = [
    "<style>p { margin: 0 } p { margin-top: 5px } .c { margin: 1px }</style><p class='c'>A</p>",
    "<style>.blue { color: blue !important }</style><p class='blue' style='color: black'>A</p>",
]


def juice(page):
    return subprocess.check_output(
        ["node", "-e", f"process.stdout.write(require('juice')({json.dumps(page)}))"], text=True
    )


for page in PAGES:
    for name, inline in (("premailer", premailer.transform), ("css-inline", css_inline.inline), ("juice", juice)):
        print(name, re.search("<p.*?>", inline(page))[0])
PY
"$work/venv/bin/python" "$work/try.py" 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
premailer <p class="c" style="margin:1px; margin-top:5px">
css-inline <p class="c" style="margin-top: 5px;margin: 1px;">
juice <p class="c" style="margin-top: 5px; margin: 1px;">
premailer <p class="blue" style="color:black">
css-inline <p class="blue" style="color: blue !important">
juice <p class="blue" style="color: blue;">
SEEN
echo "as described"
