#!/usr/bin/env bash
# bsky-bridge 1.1.0: the fragment of an address is a tag, a tag ends at its hyphen, and hosts with long endings are no
# links.
#
# Expected: "#top" in "https://mill.org/rye#top" belongs to the address; "#rye-bread" and "#baker's" are tags as a
# whole, and "#2024" is none, as Bluesky's own client has it; every https address is a link.
# Seen: the post is filed under "top"; the tags are "rye" and "baker"; "#2024" is a tag; an address is a link only if
# the last part of its host has at most six letters.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bsky-bridge==1.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from bsky_bridge.post_utilities import parse_tags, parse_urls

for text in (
    "See https://mill.org/rye/#top",
    "Our #rye-bread, the #baker's",
    "Summer of #2024",
    "See https://mill.community/rye",
):
    print(repr(text), [tag["tag"] for tag in parse_tags(text)], [found["url"] for found in parse_urls(text)])
PY
diff "$work/seen" - <<'SEEN'
'See https://mill.org/rye/#top' ['top'] ['https://mill.org/rye/#top']
"Our #rye-bread, the #baker's" ['rye', 'baker'] []
'Summer of #2024' ['2024'] []
'See https://mill.community/rye' [] []
SEEN
echo "as described"
