#!/usr/bin/env bash
# linkpreview 0.13.2: a picture of another host is looked for on the page's own, and a drawing's name is the title of
# the page.
#
# Expected (RFC 3986, 4.2; HTML, 4.2.3): "//pics.example/rye.png" begins with a host; a relative address counts from
# <base>; <title> within <svg> names the drawing.
#
# Seen: the picture is at https://rye.example//pics.example/rye.png; with <base> it is looked for beside the page; the
# preview of a page without a title is called after its first drawing.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check linkpreview==0.13.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from linkpreview import Link, LinkPreview

for page in (
    '<title>Rye</title><img src="//pics.example/rye.png">',
    '<title>Rye</title><base href="https://mill.example/2024/"><meta property="og:image" content="rye.png">',
    '<svg><title>Arrow</title></svg><h1>Rye</h1><p>It grows.</p>',
):
    preview = LinkPreview(Link("https://rye.example/notes/sow", f"<html><head></head><body>{page}</body></html>"))
    print(preview.title, preview.absolute_image)
PY
diff "$work/seen" - <<'SEEN'
Rye https://rye.example//pics.example/rye.png
Rye https://rye.example/notes/rye.png
Arrow None
SEEN
echo "as described"
