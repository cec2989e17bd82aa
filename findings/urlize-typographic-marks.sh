#!/usr/bin/env bash
# Django 5.2.19, Jinja2 3.1.6: an address in typographic quotation marks is no link, and an ellipsis belongs to the
# address before it.
#
# Expected: “https://…” is an address between marks, as "https://…" is between straight ones to Django; what ends a
# sentence is not part of an address.
# Seen: both filters named urlize look at words between spaces, take ASCII's brackets and marks off, and no others. To
# Jinja2 straight quotation marks hide an address, too, and "!" belongs to it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Django==5.2.19 Jinja2==3.1.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from django.conf import settings

settings.configure(USE_I18N=False)
from django.utils.html import urlize
from jinja2 import Environment

template = Environment().from_string("{{ text|urlize }}")
for text in (
    "“https://rye.example/mill”",
    '"https://rye.example/mill"',
    "https://rye.example/oats…",
    "https://rye.example/bread!",
):
    for linked in (urlize(text), template.render(text=text)):
        print(linked.replace(' rel="nofollow"', "").replace(' rel="noopener"', ""))
PY
diff "$work/seen" - <<'SEEN'
“https://rye.example/mill”
“https://rye.example/mill”
"<a href="https://rye.example/mill">https://rye.example/mill</a>"
&#34;https://rye.example/mill&#34;
<a href="https://rye.example/oats%E2%80%A6">https://rye.example/oats…</a>
<a href="https://rye.example/oats…">https://rye.example/oats…</a>
<a href="https://rye.example/bread">https://rye.example/bread</a>!
<a href="https://rye.example/bread!">https://rye.example/bread!</a>
SEEN
echo "as described"
