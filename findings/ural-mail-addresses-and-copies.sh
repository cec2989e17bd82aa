#!/usr/bin/env bash
# ural 1.6.2: a mail address becomes the address of a page, and a copy in an archive loses a slash.
#
# Expected: canonicalize_url() is "the same url, cleaned up a little": the scheme "mailto" has no host, and in the
# path of web.archive.org/web/… the copied address stands as it is, which urlcanon 0.3.1 and surt 0.3.1 should know,
# too, as they are made for archives.
# Seen: "mailto:ann@…" is "https://mailto:ann@…"; "/https://mill…" in a path is "/https:/mill…" in all three. urlcanon
# also writes "x=1;y%3D2" for "x=1;y=2", surt makes two pages one that differ in a capital letter of their path.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ural==1.6.2 urlcanon==0.3.1 surt==0.3.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import surt
import urlcanon
from ural import canonicalize_url

for address in (
    "mailto:ann@mill.example",
    "https://web.archive.org/web/20010203040506/https://mill.example/rye",
    "https://mill.example/?x=1;y=2",
    "https://mill.example/Rye",
):
    print(address)
    print("    ural    ", canonicalize_url(address))
    print("    urlcanon", urlcanon.semantic(urlcanon.parse_url(address)))
    print("    surt    ", surt.surt(address))
PY
diff "$work/seen" - <<'SEEN'
mailto:ann@mill.example
    ural     https://mailto:ann@mill.example
    urlcanon mailto:ann@mill.example
    surt     mailto:ann@mill.example
https://web.archive.org/web/20010203040506/https://mill.example/rye
    ural     https://web.archive.org/web/20010203040506/https:/mill.example/rye
    urlcanon https://web.archive.org/web/20010203040506/https:/mill.example/rye
    surt     org,archive,web)/web/20010203040506/https:/mill.example/rye
https://mill.example/?x=1;y=2
    ural     https://mill.example/?x=1;y=2
    urlcanon https://mill.example/?x=1;y%3D2
    surt     example,mill)/?x=1;y=2
https://mill.example/Rye
    ural     https://mill.example/Rye
    urlcanon https://mill.example/Rye
    surt     example,mill)/rye
SEEN
echo "as described"
