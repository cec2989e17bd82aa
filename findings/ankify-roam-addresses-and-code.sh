#!/usr/bin/env bash
# ankify-roam 0.2.1: two underscores twice in an address or in code become italics, and an address leads nowhere.
#
# Expected: what Roam shows: emphasis is not looked for in addresses and in `code`; "{{word-count}}" is a button, the
# words beside it stay.
# Seen: the link's address has "<em>" in it; the code `a__b__c` is shown as "abc" with an italic b; two components in
# a line lose their braces at the outside only, so that "}} {{" is left between them.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ankify-roam==0.2.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from ankify_roam.roam.content import BlockContent

for text in (
    "https://mill.example/a__b__c",
    "Call `get__rye__now` first",
    "2**3**4",
    "{{youtube: https://mill.example/v}} then {{word-count}}",
):
    print(repr(text))
    print("   ", BlockContent.from_string(text).to_html())
PY
diff "$work/seen" - <<'SEEN'
'https://mill.example/a__b__c'
    <span><a href="https://mill.example/a<em>b</em>c">https://mill.example/a<em>b</em>c</a></span>
'Call `get__rye__now` first'
    Call <code>get<em>rye</em>now</code> first
'2**3**4'
    2<b>3</b>4
'{{youtube: https://mill.example/v}} then {{word-count}}'
     https://mill.example/v}} then {{word-count
SEEN
echo "as described"
