#!/usr/bin/env bash
# atoma 0.0.17: content of type "xhtml" is missing.
#
# Expected (RFC 4287, 4.1.3.3 and 3.1.1.3): a title, a summary or the content of an entry may be XHTML in a
# <div>; a reader gives its text.
# Seen: the text construct has no value when its type is "xhtml", or is left out as a whole: the post is empty,
# without a warning. The same words as type "html" are there.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check atoma==0.0.17
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import atoma

FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Digest</title><id>tag:digest.example,2023:f</id>
<updated>2023-03-29T10:00:00Z</updated><entry><id>tag:digest.example,2023:1</id><title>Rye</title>
<updated>2023-03-29T10:00:00Z</updated>{}</entry></feed>"""
XHTML = '<div xmlns="http://www.w3.org/1999/xhtml"><p>Take <b>no</b> salt.</p></div>'
HTML = "&lt;p&gt;Take &lt;b&gt;no&lt;/b&gt; salt.&lt;/p&gt;"
for element in (f'<content type="xhtml">{XHTML}</content>', f'<content type="html">{HTML}</content>'):
    entry = atoma.parse_atom_bytes(FEED.format(element).encode()).entries[0]
    print(element[:21], "->", entry.content and entry.content.value)
PY
diff "$work/seen" - <<'SEEN'
<content type="xhtml" -> None
<content type="html"> -> <p>Take <b>no</b> salt.</p>
SEEN
echo "as described"
