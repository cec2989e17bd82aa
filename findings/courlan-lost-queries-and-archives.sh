#!/usr/bin/env bash
# courlan 1.4.0: an address loses a query without "=", and one in an archive of pages what was archived.
#
# Expected: cleaning takes what tracks readers out of an address, which leads to the same page afterwards.
# Seen: "index.php?rye-bread", as old forums and wikis have it, is "index.php"; ".../web/https://oats.example/" ends
# before the page that it shows; "source" is taken for tracking, though a catalogue may choose by it; ";", "(" and ")"
# in a path are encoded.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check courlan==1.4.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from courlan import clean_url

for address in (
    "https://rye.example/index.php?rye-bread",
    "https://rye.example/wiki?title=Rye&edit",
    "https://rye.example/books?source=archive&id=5",
    "https://rye.example/a;version=1/b",
    "https://rye.example/mill_(rye)",
    "https://archive.example/web/2020/https://oats.example/",
):
    print(address, "->", clean_url(address))
PY
diff "$work/seen" - <<'SEEN'
https://rye.example/index.php?rye-bread -> https://rye.example/index.php
https://rye.example/wiki?title=Rye&edit -> https://rye.example/wiki?title=Rye
https://rye.example/books?source=archive&id=5 -> https://rye.example/books?id=5
https://rye.example/a;version=1/b -> https://rye.example/a%3Bversion=1/b
https://rye.example/mill_(rye) -> https://rye.example/mill_%28rye%29
https://archive.example/web/2020/https://oats.example/ -> https://archive.example/web/2020/
SEEN
echo "as described"
