#!/usr/bin/env bash
# instagram-text-python 2.1.0: an address with "#top" or "/@ann" becomes links within links, and a Chinese tag is
# none.
#
# Expected: what stands in an address is part of it; a bracket around it is not; tags may be of any script, as on
# Instagram; "<" in a caption is text.
# Seen: the fragment and the name get links of their own within the href and within the link's words, which no browser
# puts together again, and "top" is among the tags of the caption; "(https://mill.example/x)" leads to "x)"; "<b>" is
# written as a tag; a tag in Chinese letters is none.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check instagram-text-python==2.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from itp.itp import Parser

for text in (
    "See https://mill.example/#top",
    "See https://mill.example/@ann",
    "(https://mill.example/x)",
    "Write <b> here",
    "#\u9ea6 #Br\u00f6tchen",
):
    found = Parser().parse(text)
    print(repr(text), "tags", found.tags, "names", found.users, "addresses", found.urls)
    print("   ", found.html)
PY
diff "$work/seen" - <<'SEEN'
'See https://mill.example/#top' tags ['top', 'top'] names [] addresses ['https://mill.example/#top']
    See <a href="https://mill.example/<a href="https://instagram.com/explore/tags/top/">#top</a>">https://mill.example/<a href="https://instagram.com/explore/tags/top/">#top</a></a>
'See https://mill.example/@ann' tags [] names ['ann', 'ann'] addresses ['https://mill.example/@ann']
    See <a href="https://mill.example/<a href="https://instagram.com/ann">@ann</a>">https://mill.example/<a href="https://instagram.com/ann">@ann</a></a>
'(https://mill.example/x)' tags [] names [] addresses ['https://mill.example/x)']
    (<a href="https://mill.example/x)">https://mill.example/x)</a>
'Write <b> here' tags [] names [] addresses []
    Write <b> here
'#麦 #Brötchen' tags ['Brötchen'] names [] addresses []
    #麦 <a href="https://instagram.com/explore/tags/Br%C3%B6tchen/">#Brötchen</a>
SEEN
echo "as described"
