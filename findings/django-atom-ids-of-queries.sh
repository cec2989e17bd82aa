#!/usr/bin/env bash
# Django 5.2.19: in an Atom feed two posts of a day whose addresses differ in the query have one id.
#
# Expected (RFC 4287, 4.2.6): an id names one entry, for ever; two posts at "?p=1" and "?p=2" have two.
# Seen: an id is made of the day, the host and the path of the address, and the query is left out, so that a reader
# takes the second post for a change of the first; another date of a post gives it another id, and it is new again. In
# RSS neither has an id, unless "unique_id" is set.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Django==5.2.19
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import re
from datetime import UTC, datetime

from django.conf import settings

settings.configure(USE_I18N=False)
from django.utils.feedgenerator import Atom1Feed

feed = Atom1Feed(title="Rye", link="https://rye.example/", description="Mills")
for number in (1, 2):
    link = f"https://rye.example/?p={number}"
    feed.add_item(title=f"Post {number}", link=link, description="", pubdate=datetime(2024, 1, 2, tzinfo=UTC))
for line in re.findall(r"<(?:title|id)>[^<]*", feed.writeString("utf-8")):
    print(line)
PY
diff "$work/seen" - <<'SEEN'
<title>Rye
<id>https://rye.example/
<title>Post 1
<id>tag:rye.example,2024-01-02://
<title>Post 2
<id>tag:rye.example,2024-01-02://
SEEN
echo "as described"
