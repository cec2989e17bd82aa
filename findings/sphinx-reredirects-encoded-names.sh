#!/usr/bin/env bash
# sphinx-reredirects 1.1.0: the redirect of a page with an umlaut or a space is in a file that no server finds.
#
# Expected: the old page "größe" leads to the new one when its old address is followed: a server decodes the address that
# a browser encodes, and looks for the file "größe.html", under which Sphinx itself wrote the page before.
# Seen: the name of the file is the encoded address: "gr%C3%B6%C3%9Fe.html". The address that leads to it would have to be
# encoded twice; the old one is gone. Names in ASCII are right.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sphinx-reredirects==1.1.0 Sphinx==9.0.4
mkdir before after
for name in index rye größe "why sow"; do printf 'Title\n=====\n\nWords.\n' >"before/$name.rst"; done
echo 'exclude_patterns = ["venv"]' >before/conf.py
printf 'Home\n====\n\n.. toctree::\n\n   grain\n' >after/index.rst
printf 'Grain\n=====\n\nWords.\n' >after/grain.rst
cat >after/conf.py <<'PY'
extensions = ["sphinx_reredirects"]
redirects = {"rye": "grain.html", "größe": "grain.html", "why sow": "grain.html"}
PY
for site in before after; do venv/bin/sphinx-build -q -b html $site out-$site 2>/dev/null; done
cat >try.py <<'PY'
import http.server
import threading
import urllib.error
import urllib.parse
import urllib.request
from functools import partial


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


for site in ("before", "after"):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=f"out-{site}"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for name in ("rye", "größe", "why sow"):
        address = f"http://127.0.0.1:{server.server_port}/{urllib.parse.quote(name)}.html"
        try:
            with urllib.request.urlopen(address) as answer:
                text = answer.read().decode()
                print(site, name, answer.status, "to grain.html" if "url=grain.html" in text else "")
        except urllib.error.HTTPError as error:
            print(site, name, error.code)
PY
{
  venv/bin/python try.py
  (cd out-after && ls -- *%*)
} | sed 's/ *$//' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
before rye 200
before größe 200
before why sow 200
after rye 200 to grain.html
after größe 404
after why sow 404
gr%C3%B6%C3%9Fe.html
why%20sow.html
SEEN
echo "as described"
