#!/usr/bin/env bash
# serve 14.2.7: links between neighbouring pages lead nowhere, and "C#.html" is not found; nor is it by sirv-cli 3.0.1.
#
# Expected: a folder's page has an address that ends with a slash, so that "../b/index.html" on the page "posts/a/" is
# "posts/b/"; "C%23.html" is the file "C#.html", as http-server 14.1.1 has it.
# Seen: serve sends readers from "posts/a/index.html" to "posts/a", where that link is "/b/index.html", which is not
# there; with "trailingSlash" in serve.json it is. It sends "C%23.html" on to "/C#", which browsers ask for as "/C".
# sirv does not decode "%23".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm; serves on the loopback address.
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" serve@14.2.7 sirv-cli@3.0.1 http-server@14.1.1 >/dev/null
mkdir -p site/posts/a site/posts/b
echo '<!DOCTYPE html><title>A</title><a href="../b/index.html">B</a>' >site/posts/a/index.html
echo '<!DOCTYPE html><title>B</title>' >site/posts/b/index.html
echo '<!DOCTYPE html><title>C#</title>' >'site/C#.html'
echo '{"trailingSlash": true}' >slash.json
cat >"$work/follow.py" <<'PY'
import sys
import time
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

root = f"http://127.0.0.1:{sys.argv[1]}/"


def reached(address):
    for _ in range(100):
        try:
            with urlopen(address) as answer:
                return answer.url, answer.status
        except HTTPError as error:
            return error.url, error.code
        except URLError:
            time.sleep(0.1)
    raise SystemExit("no server")


page, _ = reached(urljoin(root, "posts/a/index.html"))
link, status = reached(urljoin(page, "../b/index.html"))
sharp, found = reached(urljoin(root, "C%23.html"))
print(f"  page {urlsplit(page).path}, its link {urlsplit(link).path} {status}; C%23.html {found}")
PY
port=$(python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
try() {
    echo "$1"
    shift
    "$@" >log 2>&1 &
    server=$!
    python3 follow.py "$port"
    kill "$server"
    wait "$server" || true
    server=
}
bin="$work/node_modules/.bin"
{
    try serve "$bin/serve" site -l "tcp://127.0.0.1:$port" --no-clipboard
    try "serve with trailingSlash" "$bin/serve" site -c ../slash.json -l "tcp://127.0.0.1:$port" --no-clipboard
    try sirv "$bin/sirv" site --port "$port" --host 127.0.0.1
    try http-server "$bin/http-server" site -p "$port" -a 127.0.0.1
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
serve
  page /posts/a, its link /b 404; C%23.html 404
serve with trailingSlash
  page /posts/a/, its link /posts/b/ 200; C%23.html 404
sirv
  page /posts/a/index.html, its link /posts/b/index.html 200; C%23.html 404
http-server
  page /posts/a/index.html, its link /posts/b/index.html 200; C%23.html 200
SEEN
echo "as described"
