#!/usr/bin/env bash
# pynfact 1.3.6: the feed shows tags as letters, two posts of one title are one, and "C++" takes the page of "c".
#
# Expected (RFC 4287, 3.1.1 and 4.2.6): HTML in <content> says type="html"; an id is an IRI, and each post has its own;
# "&" in a title is escaped once; a page of a tag has all posts of it.
# Seen: <content> has no type, so it is text, and readers show "<p>"; the id is the title in small letters, "spring" for
# both posts called "Spring" in two years; the title is "Rye &amp; oats"; pictures keep addresses that a reader cannot
# find; the page of "c" is written twice, for "c" and for "C++", and has the posts of one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pynfact==1.3.6 feedgen==1.0.0 feedparser==6.0.14
LC_ALL=C.UTF-8 venv/bin/pynfact -i blog >/dev/null 2>&1
cd blog
rm posts/*.md
sed -i 's/^locale:.*/locale: "C.UTF-8"/; s#^canonical_uri:.*#canonical_uri: "https://mill.example/"#' config.yml
printf 'Title: Spring\nDate: 2023-05-04 10:00\nTags: c\n\nOlder.\n' >posts/one.md
printf 'Title: Spring\nDate: 2024-05-04 10:00\nTags: C++\n\nNewer.\n' >posts/two.md
printf 'Title: Rye & oats\nDate: 2022-05-04 10:00\n\n![A loaf](media/loaf.jpg)\n' >posts/three.md
LC_ALL=C.UTF-8 ../venv/bin/pynfact -b >/dev/null 2>&1 || true
../venv/bin/python - <<'PY' | tee "$work/seen"
import re
from pathlib import Path

import feedparser

built = next(Path("_build").rglob("feed.xml")).parent
entries = feedparser.parse(str(built / "feed.xml")).entries
for entry in sorted(entries, key=lambda entry: entry.published):
    print(entry.id, repr(entry.title), entry.content[0].type, repr(entry.content[0].value))
print("posts of c and C++:", len(set(re.findall(r"posts/[^\"]*", (built / "tags/c/index.html").read_text()))))
PY
diff "$work/seen" - <<'SEEN'
rye-amp-oats 'Rye &amp; oats' text/plain '<p><img alt="A loaf" src="media/loaf.jpg"></p>'
spring 'Spring' text/plain '<p>Older.</p>'
spring 'Spring' text/plain '<p>Newer.</p>'
posts of c and C++: 1
SEEN
echo "as described"
