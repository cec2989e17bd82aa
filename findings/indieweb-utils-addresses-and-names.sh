#!/usr/bin/env bash
# indieweb-utils 0.10.0: an e-mail address loses a part, a relative address its folder, and an address a parameter.
#
# Expected: "@ada" links to a person where it begins a word; a relative address is completed with the page that it is
# on (RFC 3986, 5.2), which the function takes as "full_url"; without "utm_" parameters an address is as it was.
# Seen: of "press@ada.example" the part from "@" is the name of the person, and a tag within a link's address becomes a
# link in an attribute. "oats" on the page /posts/rye is /oats, and "?page=2" a page of the root. A parameter without
# a value is gone once others are cleaned, and "%20" is "+".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check indieweb-utils==0.10.0
cat >try.py <<'PY'
from urllib.parse import urljoin

import indieweb_utils

PAGE = "https://rye.example/posts/rye"
people = {"ada": ("Ada", "https://ada.example")}
for text in ("By @ada.", "Write to press@ada.example.", '<a href="/x#rye">Rye</a>'):
    print(indieweb_utils.autolink_tags(text, "/tag/", people, tags=["rye"]))
for link in ("oats", "?page=2", "#top"):
    found = indieweb_utils.canonicalize_url(link, "rye.example", full_url=PAGE)
    print(link, found, "expected", urljoin(PAGE, link))
print(indieweb_utils.remove_tracking_params("https://rye.example/?print&q=old%20mill&utm_source=mail"))
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
By <a href='https://ada.example'>Ada</a>.
Write to press<a href='https://ada.example'>Ada</a>.example.
<a href="/x<a href='/tag/rye'>#rye</a>">Rye</a>
oats https://rye.example/oats expected https://rye.example/posts/oats
?page=2 https://rye.example?page=2 expected https://rye.example/posts/rye?page=2
#top https://rye.example#top expected https://rye.example/posts/rye#top
https://rye.example/?q=old+mill
SEEN
echo "as described"
