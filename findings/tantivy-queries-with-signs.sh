#!/usr/bin/env bash
# tantivy 0.27.0: a query with an apostrophe or a colon is an error, and "C++", "C#" and "C" are one word.
#
# Expected: what a reader types into a search, "don't" or an address, is looked for, as the same words with a
# typographic apostrophe are.
# Seen: parse_query() raises; parse_query_lenient(), which does not, looks for "30" in a field named "10", and finds
# nothing.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tantivy==0.27.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import tantivy

builder = tantivy.SchemaBuilder()
builder.add_text_field("body", stored=True)
index = tantivy.Index(builder.build())
writer = index.writer(15_000_000, 1)
for text in ("I don't bake", "I don’t mill", "C++ and bread", "Vitamin C", "See https://rye.example/ now"):
    writer.add_document(tantivy.Document(body=[text]))
writer.commit()
index.reload()
searcher = index.searcher()
for words in ("don't", "don’t", "C++", "https://rye.example/", "10:30"):
    for parse in (index.parse_query, lambda text, fields: index.parse_query_lenient(text, fields)[0]):
        try:
            hits = searcher.search(parse(words, ["body"]), 9).hits
            print(words, sorted(searcher.doc(address)["body"][0] for _, address in hits))
        except ValueError as error:
            print(words, "raises", error)
PY
diff "$work/seen" - <<'SEEN'
don't raises Syntax Error: don't
don't ["I don't bake", 'I don’t mill']
don’t ["I don't bake", 'I don’t mill']
don’t ["I don't bake", 'I don’t mill']
C++ ['C++ and bread', 'Vitamin C']
C++ ['C++ and bread', 'Vitamin C']
https://rye.example/ raises Field does not exist: 'https'
https://rye.example/ ['See https://rye.example/ now']
10:30 raises Field does not exist: '10'
10:30 []
SEEN
echo "as described"
