#!/usr/bin/env bash
# mwtext 0.2.1: a link to a section shows the section's name for its words, and words in templates are lost.
#
# Expected: the paragraphs of Wikitext2Structured have what a reader sees: the label of [[#History|above]], the words
# in {{lang|de|Roggen}}, and a picture's caption without "thumb".
# Seen: "above" is "History"; the template's word is gone; "thumb|" stands before the caption; the words of a category
# are a paragraph of their own.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mwtext==0.2.1 mwparserfromhell==0.5.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import mwtext

transformer = mwtext.Wikitext2Structured(["File", "Image"])
for page in (
    "As told [[#History|above]], it keeps.",
    "Germans say {{lang|de|Roggen}} for it.",
    "[[File:Loaf.jpg|thumb|A [[loaf]] of rye]]",
    "Rye is old.\n\n[[Category:Grain]]",
):
    print(page.replace("\n", "\\n"))
    for paragraph in transformer.transform(page)["paragraphs"]:
        print("   ", repr(paragraph["plaintext"]))
PY
diff "$work/seen" - <<'SEEN'
As told [[#History|above]], it keeps.
    'As told History, it keeps.'
Germans say {{lang|de|Roggen}} for it.
    'Germans say  for it.'
[[File:Loaf.jpg|thumb|A [[loaf]] of rye]]
    'thumb|A loaf of rye'
Rye is old.\n\n[[Category:Grain]]
    'Rye is old.'
    'Grain'
SEEN
echo "as described"
