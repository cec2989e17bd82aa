#!/usr/bin/env bash
# mkdocs-ezlinks-plugin 0.1.14: a link to a mail address or a telephone number leads nowhere, as does one with a query.
#
# Expected (the package's page: file names and wiki links become links to the pages): an address with a scheme of its
# own, mailto: or tel:, is no file's name and stays; "mill.md?x=1" is the page with its query, as MkDocs makes it.
# Seen: "mailto:ann@..." becomes "mailto%3Aann%40...", a path below the page, and so do tel:, geo: and data:, while
# https: and reference links stay; "?" is encoded, too. Nothing warns of it. mkdocs-wikilinks-plugin 0.1.3, which is a
# fork, does the same.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-ezlinks-plugin==0.1.14 'setuptools<70'
mkdir docs
printf 'site_name: Rye\nplugins: [ezlinks]\n' >mkdocs.yml
printf '# Mill\n' >docs/mill.md
cat >docs/index.md <<'MD'
# Rye

[Write](mailto:ann@rye.example), [call](tel:+4930123), [come](geo:52.5,13.4), [read](mill.md?lang=de),
[go](https://mill.example/?a=1) or [ask][bob].

![dot](data:image/gif;base64,R0lG)

[bob]: mailto:bob@rye.example
MD
venv/bin/mkdocs --quiet build 2>log
grep -oE '(href|src)="(mailto|tel|geo|mill|https://mill|data)[^"]*"' site/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
href="mill/"
href="mill/"
href="mailto%3Aann%40rye.example"
href="tel%3A%2B4930123"
href="geo%3A52.5%2C13.4"
href="mill.md%3Flang%3Dde"
href="https://mill.example/?a=1"
href="mailto:bob@rye.example"
src="data%3Aimage/gif%3Bbase64%2CR0lG"
SEEN
echo "as described"
