#!/usr/bin/env bash
# furl 2.1.4: an address with bytes that are not UTF-8 becomes another one when it is only read.
#
# Expected (RFC 3986, 2.1): percent-encoded bytes stand for themselves, whatever their encoding; old sites
# have addresses in Latin-1. Reading an address and writing it again changes none of them.
# Seen: "%E9" is decoded as UTF-8, fails, and is written as "%EF%BF%BD", the replacement character, so that
# the link leads elsewhere. So it is in the path. yarl 1.25.1 keeps both.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check furl==2.1.4 yarl==1.25.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from furl import furl
from yarl import URL

for address in ("https://digest.example/caf%E9", "https://digest.example/?q=caf%E9"):
    print(address, "furl", furl(address).url, "yarl", URL(address))
PY
diff "$work/seen" - <<'SEEN'
https://digest.example/caf%E9 furl https://digest.example/caf%EF%BF%BD yarl https://digest.example/caf%E9
https://digest.example/?q=caf%E9 furl https://digest.example/?q=caf%EF%BF%BD yarl https://digest.example/?q=caf%E9
SEEN
echo "as described"
