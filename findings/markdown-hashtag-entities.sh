#!/usr/bin/env bash
# markdown-hashtag 0.1.1 with Markdown 3.10: an apostrophe that is written "&#8217;" becomes a link to a tag "8217".
#
# Expected: "#rye" links to the tag; the number of an entity, and the part of an address after "#" are no tags.
# Seen: each "#" that no letter precedes begins a tag: entities are torn apart, so that "&#8217;" is shown as it is written.
# The text of a link gets links within links, and an attribute of HTML a tag that ends it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.10 markdown-hashtag==0.1.1
cat >try.py <<'PY'
import markdown

TEXTS = ("The mill&#8217;s #rye.", "See <https://rye.example/#oats>.", '<b title="#1">Rye</b>')

for text in TEXTS:
    for name, extensions in (("without:", []), ("with:   ", ["hashtag"])):
        print(name, markdown.markdown(text, extensions=extensions).replace("\n", " "))
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
without: <p>The mill&#8217;s #rye.</p>
with:    <p>The mill&amp;<a class="hashtag" href="https://tags.example.com/8217">#8217</a>;s <a class="hashtag" href="https://tags.example.com/rye">#rye</a>.</p>
without: <p>See <a href="https://rye.example/#oats">https://rye.example/#oats</a>.</p>
with:    <p>See <a href="https://rye.example/#oats">https://rye.example/<a class="hashtag" href="https://tags.example.com/oats"><a class="hashtag" href="https://tags.example.com/oats">#oats</a></a></a>.</p>
without: <p><b title="#1">Rye</b></p>
with:    <p><b title="<a class="hashtag" href="https://tags.example.com/1">#1</a>">Rye</b></p>
SEEN
echo "as described"
