#!/usr/bin/env bash
# html-to-quill-delta 0.1.0: a raised figure or a word of code ends its line, and items and cells run together.
#
# Expected (Quill's documentation of Delta): "script" and "code" are formats of text, given with its insert; a line ends
# where a block does, and each item is a line with its list.
# Seen: after "2" of "10<sup>2</sup>" comes a line end that has the format, so that the sentence is two lines and the 2
# is not raised; <i> gives no format, while <em> does; an inner list's item continues the outer one's line, "ryedark",
# and a cell of two paragraphs is one word.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-to-quill-delta==0.1.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import contextlib
import io
import json

with contextlib.redirect_stdout(io.StringIO()):
    from html_to_delta import html_to_delta

for page in (
    "<p>10<sup>2</sup> rods of <code>rye</code> here</p>",
    "<p>An <i>old</i> and <em>new</em> mill</p>",
    "<ul><li>rye<ul><li>dark</li></ul></li></ul>",
    "<table><tr><td><p>rye</p><p>oats</p></td></tr></table>",
):
    print(page)
    delta = html_to_delta(page)
    for operation in (json.loads(delta) if isinstance(delta, str) else delta)["ops"]:
        print("   ", json.dumps(operation))
PY
diff "$work/seen" - <<'SEEN'
<p>10<sup>2</sup> rods of <code>rye</code> here</p>
    {"insert": "10"}
    {"insert": "2"}
    {"insert": "\n", "attributes": {"script": "super"}}
    {"insert": " rods of "}
    {"insert": "rye"}
    {"insert": "\n", "attributes": {"code": true}}
    {"insert": " here"}
    {"insert": "\n", "attributes": {"block": "paragraph"}}
<p>An <i>old</i> and <em>new</em> mill</p>
    {"insert": "An "}
    {"insert": "old"}
    {"insert": " and "}
    {"insert": "new", "attributes": {"italic": true}}
    {"insert": " mill"}
    {"insert": "\n", "attributes": {"block": "paragraph"}}
<ul><li>rye<ul><li>dark</li></ul></li></ul>
    {"insert": "rye"}
    {"insert": "dark"}
    {"insert": "\n", "attributes": {"list-item": true}}
    {"insert": "\n", "attributes": {"list": "bullet"}}
    {"insert": "\n", "attributes": {"list-item": true}}
    {"insert": "\n", "attributes": {"list": "bullet"}}
<table><tr><td><p>rye</p><p>oats</p></td></tr></table>
    {"insert": {"table": [["ryeoats"]]}}
SEEN
echo "as described"
