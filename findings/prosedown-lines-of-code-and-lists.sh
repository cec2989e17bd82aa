#!/usr/bin/env bash
# prosedown 0.6.2: code in a book is indented, lists within lists are flat, and numbers are lost.
#
# Expected (CommonMark 0.31.2, 4.5, 5.2 and 5.3, by which its documentation reads the texts): a fence holds its lines
# as they are; an item that is indented below the text of another is within that; numbers make a list of their own,
# which may begin at 3, and an item may have two paragraphs.
# Seen: the lines of code after the first have four more spaces, so that an example in Python is an error; items
# indented by two spaces stand beside that above; "3." is one more item of the list before it, and the second paragraph
# of that and "4." are a paragraph below it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    prosedown==0.6.2 Markdown==3.10 EbookLib==0.20 html2text==2025.4.15
cat >rye.md <<'MD'
---
title: Rye
author: Ann Baker
---

# Rye

```
loaves = 2
print(loaves)
```

- flour
  - rye

3. Knead.

   Rest.
4. Bake.
MD
"$work/venv/bin/prosedown" build rye.md rye.epub >/dev/null 2>&1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import re
import zipfile

with zipfile.ZipFile("rye.epub") as book:
    page = book.read("EPUB/text/content.xhtml").decode()
print(re.search(r"<pre>.*?</pre>", page, re.DOTALL)[0])
lists = page[page.index("</pre>") + len("</pre>") : page.index("</section>")]
print(re.sub(r"(?<=>)\s+(?=<)", "", lists).strip())
PY
diff "$work/seen" - <<'SEEN'
<pre><code>loaves = 2
    print(loaves)
    </code></pre>
<ul><li>flour</li><li><p>rye</p></li><li><p>Knead.</p></li></ul><p>Rest.
    4. Bake.</p>
SEEN
echo "as described"
