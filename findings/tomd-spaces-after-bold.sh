#!/usr/bin/env bash
# tomd 1.1.0: a space at the end of bold words is lost, so that two words join, and signs of a text become Markdown.
#
# Expected: words that a space parts in HTML are parted in Markdown; "&lt;b&gt;" shows "<b>" and so is escaped, as are
# "1986." and "#" at the start of a paragraph, "*" and "|".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tomd==1.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import tomd

for html in (
    "<p>Sow <b>rye </b>in May.</p>",
    "<p>Write &lt;b&gt; or *two* stars.</p>",
    "<p>1986. A dry year</p><p># no heading</p><p>- no item</p>",
):
    print(tomd.convert(html))
PY
diff "$work/seen" - <<'SEEN'
Sow **rye**in May.

Write <b> or *two* stars.

1986. A dry year

# no heading

- no item

SEEN
echo "as described"
