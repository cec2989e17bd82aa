#!/usr/bin/env bash
# mwextract 0.1.0: of a wiki's dump with its history, each page is as it was first written; code and links lose parts.
#
# Expected: a page is its latest revision; a dump that holds all of them has the oldest first (mediawiki.org,
# Help:Export). Markdown has links, blocks of code and tables.
# Seen: the first revision. Links are words without addresses, code and rows of a table are paragraphs, a break joins
# two words, and an item within an item has its hyphen twice.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mwextract==0.1.0
"$work/venv/bin/python" - <<'PY'
from xml.sax.saxutils import escape

NOW = """Rye is [[grain|a grain]], see [https://rye.example/ the mill].<br>It is old.

* bread
** of rye

<pre>
for loaf in loaves:
    bake(loaf)
</pre>

{| class="wikitable"
! Flour !! Grams
|-
| Rye || 500
|}
"""


def revision(number, words):
    return f"""<revision><id>{number}</id><timestamp>2024-01-0{number}T10:00:00Z</timestamp>
<contributor><username>Ann</username><id>1</id></contributor><model>wikitext</model><format>text/x-wiki</format>
<text xml:space="preserve">{escape(words)}</text></revision>"""


def dump(*revisions):
    return f"""<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><siteinfo>
<sitename>Bread</sitename><dbname>bread</dbname><base>https://bread.example/wiki/Main</base>
<generator>MediaWiki 1.41</generator><case>first-letter</case>
<namespaces><namespace key="0" case="first-letter"/></namespaces></siteinfo>
<page><title>Rye</title><ns>0</ns><id>1</id>{"".join(revisions)}</page></mediawiki>"""


open("full.xml", "w").write(dump(revision(1, "Rye is a colour."), revision(2, NOW)))
open("current.xml", "w").write(dump(revision(2, NOW)))
PY
for name in full current; do
    "$work/venv/bin/mwextract" --quiet "$name.xml" "$name" >/dev/null
    echo "-- $name"
    grep -v '^$' "$name/corpus.md"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
-- full
---
title: "Rye"
---
# Rye
Rye is a colour.
-- current
---
title: "Rye"
---
# Rye
Rye is a grain, see the mill.It is old.
- bread
- -  of rye
for loaf in loaves:
    bake(loaf)
 Flour  Grams
 Rye  500
SEEN
echo "as described"
