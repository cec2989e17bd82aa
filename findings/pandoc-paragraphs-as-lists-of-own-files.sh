#!/usr/bin/env bash
# pandoc 3.9: a paragraph that begins with a year is a list once pandoc has written it as Org and read it again.
#
# Expected: a writer escapes a paragraph's first signs where its own reader, or the format, takes them for something
# else, as the writers of Muse and Typst do.
# Seen: in Org, "1986. It rose." is an item with the number 1 and "snake_case" has a subscript; in reStructuredText
# and Haddock it is an item too, and in Haddock "* It rose."; in Jira's and Textile's markup, "# It rose." is.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pypandoc


for text, formats in (
    ("1986\\. It rose.", ("org", "rst", "haddock", "muse", "typst")),
    ("A snake_case name.", ("org", "rst")),
    ("\\* It rose.", ("haddock", "muse", "rst")),
    ("\\# It rose.", ("jira", "textile", "muse", "typst")),
):
    print(text)
    for name in formats:
        written = pypandoc.convert_text(text, name, "markdown")
        print(f"  {name:8} {written.strip()!r:30} {pypandoc.convert_text(written, 'html', name).strip()!r}")
PY
diff "$work/seen" - <<'SEEN'
1986\. It rose.
  org      '1986. It rose.'               '<ol>\n<li>It rose.</li>\n</ol>'
  rst      '1986. It rose.'               '<ol start="1986" type="1">\n<li>It rose.</li>\n</ol>'
  haddock  '1986. It rose.'               '<ol start="1986">\n<li><p>It rose.</p></li>\n</ol>'
  muse     '1986. It rose.'               '<p>1986. It rose.</p>'
  typst    '\\1986. It rose.'             '<p>1986. It rose.</p>'
A snake_case name.
  org      'A snake_case name.'           '<p>A snake<sub>case</sub> name.</p>'
  rst      'A snake_case name.'           '<p>A snake_case name.</p>'
\* It rose.
  haddock  '* It rose.'                   '<ul>\n<li><p>It rose.</p></li>\n</ul>'
  muse     '<verbatim>*</verbatim> It rose.' '<p>* It rose.</p>'
  rst      '\\* It rose.'                 '<p>* It rose.</p>'
\# It rose.
  jira     '# It rose.'                   '<ol>\n<li><p>It rose.</p></li>\n</ol>'
  textile  '# It rose.'                   '<ol>\n<li>It rose.</li>\n</ol>'
  muse     '<verbatim>#</verbatim> It rose.' '<p># It rose.</p>'
  typst    '\\# It rose.'                 '<p># It rose.</p>'
SEEN
echo "as described"
