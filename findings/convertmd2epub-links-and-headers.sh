#!/usr/bin/env bash
# convertmd2epub 0.3.0: links between chapters lead to Markdown files that are not in the book, and YAML is a chapter.
#
# Expected (EPUB 3.3, 6.1.6): a link within a book leads to one of its files; what is the chapter "mill.md" among the
# sources is a page of the book. The documentation has local links and pictures among what is converted.
# Seen: pictures are taken into the book and links to them changed, but a link to another chapter stays "mill.md". YAML
# at the head of a file is a rule and a heading, which the contents name as a chapter. "&" in the first heading is
# "&amp;" for readers of the page's title, since it is escaped twice.
#
# Needs Python 3.12 or later, as the package does.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for python in python3 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do
  if "$python" -c "import sys; sys.exit(sys.version_info < (3, 12))" 2>/dev/null; then break; fi
done
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check convertmd2epub==0.3.0
printf -- '---\ndate: 2024-01-02\n---\n\n# Rye & oats\n\nSow. ![A field](field.png) See [the mill](mill.md).\n' >rye.md
printf '# The mill\n\nMill.\n' >mill.md
printf '\x89PNG\r\n\x1a\n' >field.png
venv/bin/convertmd2epub build rye.md mill.md --title Bread --author Ann --language en >/dev/null
cat >show.py <<'PY'
import re
import zipfile

book = zipfile.ZipFile("book.epub")
print(sorted(name for name in book.namelist() if not name.endswith((".opf", ".xml", ".css", "mimetype"))))
text = book.read("EPUB/ch001.xhtml").decode()
print(re.search("<title>.*</title>", text)[0])
print(re.search("<body>(.*)</body>", text, re.S)[1].strip())
print(re.findall("<a .*</a>", book.read("EPUB/nav.xhtml").decode()))
PY
venv/bin/python show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
['EPUB/ch001.xhtml', 'EPUB/ch002.xhtml', 'EPUB/images/field.png', 'EPUB/nav.xhtml', 'EPUB/toc.ncx']
<title>Rye &amp;amp; oats</title>
<hr/>
<h2>date: 2024-01-02</h2>
<h1>Rye &amp; oats</h1>
<p>Sow. <img src="images/field.png" alt="A field"/> See <a href="mill.md">the mill</a>.</p>
['<a href="ch001.xhtml#date-2024-01-02">date: 2024-01-02</a>', '<a href="ch001.xhtml#rye-oats">Rye &amp; oats</a>', '<a href="ch002.xhtml#the-mill">The mill</a>']
SEEN
echo "as described"
