#!/usr/bin/env bash
# Whoosh-Reloaded 2.7.5: "C++", "May" and "will" find nothing, and "Vitamin C" finds every vitamin.
#
# Expected: what is written in a text can be found there, or at least a query that holds nothing else says so.
# Seen: the standard analyser drops words of one letter and a list of words, among them "may", "will" and "us", from
# texts and queries alike: the month, a testament and the United States cannot be looked for, and the rest of such a
# query is all that counts.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Whoosh-Reloaded==2.7.5
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import tempfile

from whoosh import index
from whoosh.fields import ID, TEXT, Schema
from whoosh.qparser import QueryParser

schema = Schema(id=ID(stored=True), body=TEXT)
folder = index.create_in(tempfile.mkdtemp(), schema)
writer = folder.writer()
for text in ("C++ and C#", "Vitamin C", "Vitamin D", "The will of the miller", "Sown in May", "The US mill"):
    writer.add_document(id=text, body=text)
writer.commit()
with folder.searcher() as searcher:
    for words in ("C++", "vitamin c", "will", "May", "US", "miller will"):
        query = QueryParser("body", schema).parse(words)
        print(words, "->", query, sorted(hit["id"] for hit in searcher.search(query)))
PY
diff "$work/seen" - <<'SEEN'
C++ -> <_NullQuery> []
vitamin c -> body:vitamin ['Vitamin C', 'Vitamin D']
will -> <_NullQuery> []
May -> <_NullQuery> []
US -> <_NullQuery> []
miller will -> body:miller ['The will of the miller']
SEEN
echo "as described"
