#!/usr/bin/env bash
# pandoc 3.9: of a note with two paragraphs, AsciiDoc gets nothing, and Textile the second as text of the page.
#
# Expected: a note of two paragraphs is one note with all of its words; where a format has none of that kind, as in
# AsciiDoc, its paragraphs are joined in one, as a break in a line could do.
# Seen: AsciiDoc has "[multiblock footnote omitted]" in place of the note; in Textile, the second paragraph follows
# the note and is read as one of the text; what DokuWiki gets, "((", is read again as brackets; MediaWiki's is whole.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pypandoc


TEXT = "Rye.[^1]\n\n[^1]: It sours.\n\n    It rises.\n"
print("asciidoc", repr(pypandoc.convert_text(TEXT, "asciidoc", "markdown")))
for name in ("textile", "dokuwiki", "mediawiki"):
    written = pypandoc.convert_text(TEXT, name, "markdown")
    print(name, repr(written))
    print("   read again", repr(pypandoc.convert_text(written, "markdown", name)))
PY
diff "$work/seen" - <<'SEEN'
asciidoc 'Rye.[multiblock footnote omitted]\n'
textile 'Rye.[1]\n\n\nfn1. It sours.\n\nIt rises.\n\n\n'
   read again 'Rye.[^1]\n\nIt rises.\n\n[^1]: It sours.\n'
dokuwiki 'Rye.((It sours.\n\nIt rises.\n))\n'
   read again 'Rye.((It sours.\n\nIt rises. ))\n'
mediawiki 'Rye.<ref>It sours.\n\nIt rises.</ref>\n\n<references />\n'
   read again 'Rye.[^1]\n\n<references />\n\n[^1]: It sours.\n\n    It rises.\n'
SEEN
echo "as described"
