#!/usr/bin/env bash
# markdown-hashtag 0.1.1: "#rye" at the end of an address and "#39" of an entity become links to tags, and break a link.
#
# Expected: a hashtag begins after a space or at the start; an address's fragment, the HTML of a page and "&#39;" stay.
# Seen: the fragment of a written address becomes a tag; so does the one within the `href` of an <a>, whose element is
# broken by it; "&#39;" is shown with its signs. "C#" and "a#b" are left alone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-hashtag==0.1.1 markdown==3.10
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown

for text in (
    "Bread of #rye",
    "See https://example.com/#rye",
    "A <a href='#rye'>link</a> within the page",
    "Anna&#39;s mill",
):
    print(markdown.markdown(text, extensions=["hashtag"]))
PY
diff "$work/seen" - <<'SEEN'
<p>Bread of <a class="hashtag" href="https://tags.example.com/rye">#rye</a></p>
<p>See https://example.com/<a class="hashtag" href="https://tags.example.com/rye">#rye</a></p>
<p>A <a href='<a class="hashtag" href="https://tags.example.com/rye">#rye</a>'>link</a> within the page</p>
<p>Anna&amp;<a class="hashtag" href="https://tags.example.com/39">#39</a>;s mill</p>
SEEN
echo "as described"
