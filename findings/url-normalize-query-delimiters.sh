#!/usr/bin/env bash
# url-normalize 3.1.0: an encoded semicolon in a query is decoded, a plain one changes what follows it.
#
# Expected (RFC 3986, 2.2 and 6.2.2.2): only the encoding of unreserved characters may be undone; to encode
# or decode a reserved one, such as ";", can make the address of something else. Many servers still take
# ";" for a separator as HTML 4.01 recommended (B.2.2).
# Seen: "%3B" in a value becomes ";", which such a server splits at, and in "?a=1;b=2" the second "="
# is encoded, so that it no longer knows "b". An "=" or a "?" within a value is treated so, too. Two
# addresses that differ thus also become one for whoever compares normalised addresses.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check url-normalize==3.1.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from url_normalize import url_normalize

for query in ("q=salt%3Bpepper", "q=salt;pepper", "a=1;b=2", "next=/a?b=c", "q=1%2B1", "q=a%26b"):
    print(query, "->", url_normalize(f"https://digest.example/?{query}").partition("?")[2])
PY
diff "$work/seen" - <<'SEEN'
q=salt%3Bpepper -> q=salt;pepper
q=salt;pepper -> q=salt;pepper
a=1;b=2 -> a=1;b%3D2
next=/a?b=c -> next=/a?b%3Dc
q=1%2B1 -> q=1%2B1
q=a%26b -> q=a%26b
SEEN
echo "as described"
