#!/usr/bin/env bash
# Frozen-Flask 1.0.2: the page of "c#" is written as that of "c", and the pages of "?page=2" are not there, though
# both are linked.
#
# Expected: a page that url_for() links to is in the static site, at the address of the link: "/c%23/" as the folder
# "c#"; a link with a query, which no static host tells from the page without, is warned about, as a missing page is.
# Seen: the address is decoded before it is taken apart, so that "#" and all after it are gone, and what is frozen is
# another page, in a file without a folder; each "?page=" shows the first page.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Frozen-Flask==1.0.2 Flask==3.1.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from pathlib import Path
from tempfile import mkdtemp

from flask import Flask, request, url_for
from flask_frozen import Freezer

app = Flask("rye")
app.config["FREEZER_DESTINATION"] = target = mkdtemp()


@app.route("/")
def posts():
    links = (url_for("tag", name="c#"), url_for("posts", page=2))
    return f"Page {request.args.get('page', 1)} {links}"


@app.route("/<name>/")
def tag(name):
    return f"Posts about {name}"


Freezer(app).freeze()
for path in sorted(Path(target).rglob("*")):
    if path.is_file():
        print(path.relative_to(target), "-", path.read_text())
PY
diff "$work/seen" - <<'SEEN'
c - Posts about c
index.html - Page 1 ('/c%23/', '/?page=2')
SEEN
echo "as described"
