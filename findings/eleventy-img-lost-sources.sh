#!/usr/bin/env bash
# @11ty/eleventy-img 7.0.0: a picture for dark screens is gone, and a link to the picture itself leads nowhere.
#
# Expected: the plugin makes smaller files of the pictures in a page; a <source> that the author wrote, with "media" for a
# dark screen or a narrow one (HTML, 4.8.2), stays beside those that it adds; a picture that the page links to, to be seen
# in full, is there.
# Seen: what stood in <picture> beside <img> is removed, and so is <picture>, if one format is asked for: all readers get the
# one picture. A link around a picture keeps the name of the source, which is not copied: it leads nowhere, and nothing
# is reported.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 @11ty/eleventy-img@7.0.0 >/dev/null
cat >eleventy.config.mjs <<'JS'
import { eleventyImageTransformPlugin } from "@11ty/eleventy-img";

export default function (config) {
  config.addPlugin(eleventyImageTransformPlugin, { formats: ["png"] });
}
JS
mkdir site
python3 - <<'PY'
import struct
import zlib


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


for name, color in (("light", b"\xff\xff\xff"), ("dark", b"\x00\x00\x00")):
    header = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    with open(f"site/{name}.png", "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header))
        file.write(chunk(b"IDAT", zlib.compress((b"\x00" + color * 4) * 4)) + chunk(b"IEND", b""))
PY
cat >site/index.html <<'HTML'
<picture><source media="(prefers-color-scheme: dark)" srcset="dark.png"><img src="light.png" alt="Rye"></picture>
<a href="light.png"><img src="light.png" alt="Rye"></a>
HTML
node_modules/.bin/eleventy --quiet --input=site --output=out >/dev/null 2>&1
{
  sed 's/[A-Za-z0-9_-]*-4.png/….png/g' out/index.html
  echo "files: $(cd out && find . -type f | sed 's/[A-Za-z0-9_-]*-4.png/….png/' | sort | paste -s -d ' ')"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<img src="/….png" alt="Rye" width="4" height="4">
<a href="light.png"><img src="/….png" alt="Rye" width="4" height="4"></a>
files: ./index.html ./….png
SEEN
echo "as described"
