#!/usr/bin/env bash
# gemfeed 1.1.0: a comment of a program is the title of its post, and the address of "C#.gmi" leads nowhere.
#
# Expected: a heading of gemtext stands outside of preformatted blocks, between whose lines "```" nothing is read
# (Gemini's specification of gemtext, 0.24); in an address "#", "?" and spaces of a name are escaped (RFC 3986, 2.1 and
# 3.3), and what Atom calls an <id> or a link is one (RFC 4287, 4.2.6, 4.2.7.1).
# Seen: the first line that begins with "#" is the title, within a block, too. Names are put into addresses as they are:
# "C#.gmi" is the part ".gmi" of the page "C", and "what?.gmi" the page "what" with a query. A post whose name has no
# date is as old as the last change of its file's data.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check gemfeed==1.1.0 feedgen==1.0.0
mkdir gemlog
printf '```sh\n# install the mill\nmake\n```\n\n# A mill of one'"'"'s own\n' >gemlog/2024-01-02-mill.gmi
printf '# Rye in C#\n' >'gemlog/2024-01-03-C#.gmi'
printf '# Which rye\n' >'gemlog/2024-01-04-which rye?.gmi'
venv/bin/gemfeed -q -d gemlog -b gemini://rye.example/
cat >show.py <<'PY'
from urllib.parse import urlsplit
from xml.etree import ElementTree

for entry in sorted(ElementTree.parse("gemlog/atom.xml").findall("{*}entry"), key=lambda one: one.findtext("{*}id")):
    link = entry.find("{*}link").get("href")
    print(f"{entry.findtext('{*}title')}: {link} = path {urlsplit(link).path}")
PY
venv/bin/python show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
install the mill: gemini://rye.example/2024-01-02-mill.gmi = path /2024-01-02-mill.gmi
Rye in C#: gemini://rye.example/2024-01-03-C#.gmi = path /2024-01-03-C
Which rye: gemini://rye.example/2024-01-04-which rye?.gmi = path /2024-01-04-which rye
SEEN
echo "as described"
