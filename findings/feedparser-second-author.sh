#!/usr/bin/env bash
# feedparser 6.0.14: the second author of an entry gets the e-mail address of the first.
#
# Expected (RFC 4287, 4.2.1: each atom:author is a person of its own): Ann with her address, Bob
# without one.
# Seen: in `authors` and in `author`, Bob has Ann's address, cut after four letters of its top-level domain.
# With an address of each, both are right; where only Bob has one, too.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import feedparser

FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>tag:digest.example,2023:f</id>
<updated>2023-03-29T10:00:00Z</updated><entry><id>tag:digest.example,2023:1</id><title>x</title>
<updated>2023-03-29T10:00:00Z</updated>{}</entry></feed>"""
ANN, BOB = "<name>Ann</name>", "<name>Bob</name>"
MAIL = "<email>{}@digest.example</email>"
for ann, bob in (
    (ANN + MAIL.format("ann"), BOB),
    (ANN, BOB + MAIL.format("bob")),
    (ANN + MAIL.format("ann"), BOB + MAIL.format("bob")),
):
    authors = f"<author>{ann}</author><author>{bob}</author>"
    (entry,) = feedparser.parse(FEED.format(authors)).entries
    print([(each["name"], each.get("email")) for each in entry.authors], entry.author)
PY
diff "$work/seen" - <<'SEEN'
[('Ann', 'ann@digest.example'), ('Bob', 'ann@digest.exam')] Bob (ann@digest.exam)
[('Ann', None), ('Bob', 'bob@digest.example')] Bob (bob@digest.example)
[('Ann', 'ann@digest.example'), ('Bob', 'bob@digest.example')] Bob (bob@digest.example)
SEEN
echo "as described"
