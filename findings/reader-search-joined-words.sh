#!/usr/bin/env bash
# reader 3.26: the last word of a line and the first of the next cannot be found, and "rye-bread" is an error.
#
# Expected: the search of a library for feed readers finds the words of an entry; a line ends with <br> in poems,
# addresses and many feeds. A query is what a person types: a word with a hyphen or an apostrophe is a word.
# Seen: tags go before words are parted, so that "in May<br>oats" has the word "Mayoats", and neither of its own; cells
# of a table are one word, too. A query is passed to SQLite as it is: "rye-bread", "don't" and "C++" raise
# InvalidSearchQueryError. In double quotation marks, or with a typographic apostrophe, they are found.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "reader[search]==3.26" sgmllib3k==1.0.0
cat >feed.xml <<'XML'
<feed xmlns="http://www.w3.org/2005/Atom"><title>Digest</title><id>urn:x-digest:feed</id><updated>2024-01-02T00:00:00Z</updated>
<entry><id>urn:x-digest:1</id><title>Fields</title><updated>2024-01-02T00:00:00Z</updated>
<content type="html">&lt;p&gt;We sow in May&lt;br&gt;oats, and eat rye-bread. Don't wait.&lt;/p&gt;
&lt;table&gt;&lt;tr&gt;&lt;td&gt;Mill&lt;/td&gt;&lt;td&gt;Ann&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</content></entry></feed>
XML
cat >"$work/try.py" <<'PY'
from pathlib import Path

from reader import InvalidSearchQueryError, make_reader

reader = make_reader(":memory:", feed_root=str(Path.cwd()))
reader.add_feed("feed.xml")
reader.update_feeds()
reader.enable_search()
reader.update_search()
for query in ["sow", "May", "oats", "Mayoats", "Mill", "Ann", "MillAnn", "bread", "rye-bread", '"rye-bread"', "don't"]:
    try:
        print(f"{query}: {len(list(reader.search_entries(query)))} found")
    except InvalidSearchQueryError:
        print(f"{query}: InvalidSearchQueryError")
PY
"$work/venv/bin/python" "$work/try.py" 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
sow: 1 found
May: 0 found
oats: 0 found
Mayoats: 1 found
Mill: 0 found
Ann: 0 found
MillAnn: 1 found
bread: 1 found
rye-bread: InvalidSearchQueryError
"rye-bread": 1 found
don't: InvalidSearchQueryError
SEEN
echo "as described"
