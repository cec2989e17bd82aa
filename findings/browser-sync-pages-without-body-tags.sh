#!/usr/bin/env bash
# browser-sync 3.0.4: a page that leaves out <body>, as HTML allows, is not reloaded after a change.
#
# Expected: the tags of <html>, <head> and <body> may be left out (HTML, 13.1.2.4), as minifiers do; a page without
# them is reloaded as any other, which five-server 0.4.5 does.
# Seen: its script is put after a <body> tag, and nowhere if there is none; nothing says so.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm; serves on the loopback address.
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" browser-sync@3.0.4 five-server@0.4.5 >/dev/null
mkdir site
echo '<!DOCTYPE html><html lang="en"><head><title>Rye</title></head><body><p>Words.</p></body></html>' >site/whole.html
echo '<!DOCTYPE html><html lang="en"><title>Rye</title><p>Words.' >site/omitted.html
cat >"$work/ask.py" <<'PY'
import sys
import time
from urllib.error import URLError
from urllib.request import Request, urlopen

for name in ("whole", "omitted"):
    asked = Request(f"http://127.0.0.1:{sys.argv[1]}/{name}.html", headers={"Accept": "text/html"})
    for _ in range(200):
        try:
            page = urlopen(asked).read().decode()
            break
        except URLError:
            time.sleep(0.1)
    print(f"  {name}: {page.count('<script')} script")
PY
port=$(python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
try() {
    echo "$1"
    shift
    "$@" >log 2>&1 &
    server=$!
    python3 ask.py "$port"
    kill "$server"
    wait "$server" || true
    server=
}
bin="$work/node_modules/.bin"
{
    try browser-sync "$bin/browser-sync" start --server site --port "$port" --listen 127.0.0.1 --no-open --no-ui --no-notify
    try five-server "$bin/five-server" site --port="$port" --host=127.0.0.1 --open=false
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
browser-sync
  whole: 1 script
  omitted: 0 script
five-server
  whole: 1 script
  omitted: 1 script
SEEN
echo "as described"
