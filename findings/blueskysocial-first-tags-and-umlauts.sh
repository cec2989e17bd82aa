#!/usr/bin/env bash
# blueskysocial 2.1.0: the tag at the beginning of a post is none, "#Brötchen" is "#Br", and hosts with long endings
# are no links.
#
# Expected: a tag stands at the beginning or after white space and goes on with the letters of any script (Bluesky's
# own client does so); every https address is a link, whatever the last part of its host.
# Seen: parse_facets() leaves out a tag that a post begins with; a tag ends before its first letter that is not ASCII;
# an address is a link only if the last part of its host has at most six letters, so ".community" and ".photography"
# are not.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check blueskysocial==2.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from blueskysocial.post import Post

for text in (
    "#rye and #oats",
    "Now #Br\u00f6tchen and #\u9ea6",
    "See https://mill.org/rye",
    "See https://mill.community/rye",
    "See https://mill.photography/rye",
):
    found = []
    for facet in Post(text).parse_facets():
        place = slice(facet["index"]["byteStart"], facet["index"]["byteEnd"])
        found.append((text.encode()[place].decode(), [part.get("tag") or part["uri"] for part in facet["features"]]))
    print(repr(text), found)
PY
diff "$work/seen" - <<'SEEN'
'#rye and #oats' [('#oats', ['oats'])]
'Now #Brötchen and #麦' [('#Br', ['Br'])]
'See https://mill.org/rye' [('https://mill.org/rye', ['https://mill.org/rye'])]
'See https://mill.community/rye' []
'See https://mill.photography/rye' []
SEEN
echo "as described"
