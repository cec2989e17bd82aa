#!/usr/bin/env bash
# dbbasic-rss 1.0.0: a post whose header says "date: 2024-01-02" has no date, and the newest of a feed is the last by
# the names of days.
#
# Expected: from_directory() reads the YAML at the start of a file, in which 2024-01-02 is a date; newest() and
# oldest() go by time; 10:00 with an offset of two hours is 08:00 GMT; what a text says in Markdown is HTML in a
# description.
# Seen: only a date in quotation marks is one; of two posts from 2019 and 2024, the newest is that from 2019, a
# Tuesday, as the other's day is a Friday.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dbbasic-rss==1.0.0 PyYAML==6.0.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from pathlib import Path

from dbbasic_rss import from_directory

posts = Path("posts")
posts.mkdir()
(posts / "a.md").write_text("---\ntitle: Sow\ndate: 2024-01-02\n---\nSow *rye*.\n")
(posts / "b.md").write_text('---\ntitle: Mill\ndate: "2024-01-05T10:00:00+02:00"\n---\nMill.\n')
(posts / "c.md").write_text('---\ntitle: Bake\ndate: "2019-01-01"\n---\nBake.\n')
feed = from_directory("posts", url_pattern="https://rye.example/{stem}/")
for item in feed.items:
    print(item.title, item.pub_date, item.description)
print("newest", feed.newest())
print("oldest", feed.oldest())
PY
diff "$work/seen" - <<'SEEN'
Bake Tue, 01 Jan 2019 00:00:00 GMT Bake.
Mill Fri, 05 Jan 2024 10:00:00 GMT Mill.
Sow None Sow *rye*.
newest Tue, 01 Jan 2019 00:00:00 GMT
oldest Fri, 05 Jan 2024 10:00:00 GMT
SEEN
echo "as described"
