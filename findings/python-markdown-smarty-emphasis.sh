#!/usr/bin/env bash
# Python-Markdown 3.11.3: a paragraph that ends with a quoted title ends with an opening mark.
#
# Expected: with the extension "smarty", the second mark of "*Rye*" closes, wherever it stands, as smartypants 2.0.2
# and markdown-it-py 4.3.0 make it.
# Seen: within a paragraph it closes; as its last character, after emphasis or code, it opens: “Rye“. After "¿", which
# opens a question, an opening mark becomes a closing one, and in 5'10" the mark of feet becomes an opening one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3 markdown-it-py==4.3.0 smartypants==2.0.2
cat >"$work/try.py" <<'PY'
from html import unescape

import markdown
import smartypants
from markdown_it import MarkdownIt

plain = MarkdownIt()
smart = MarkdownIt("commonmark", {"typographer": True}).enable(["smartquotes", "replacements"])
for text in ('She read "*Rye*" twice.', 'She read "*Rye*"', '"Sow your *rye.*"', '¿"Pan" o "centeno"?', "He is 5'10\" tall."):
    print("Python-Markdown:", unescape(markdown.markdown(text, extensions=["smarty"])))
    print("markdown-it-py: ", smart.render(text).strip())
    print("smartypants:    ", unescape(smartypants.smartypants(plain.render(text).strip().replace("&quot;", '"'))))
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Python-Markdown: <p>She read “<em>Rye</em>” twice.</p>
markdown-it-py:  <p>She read “<em>Rye</em>” twice.</p>
smartypants:     <p>She read “<em>Rye</em>” twice.</p>
Python-Markdown: <p>She read “<em>Rye</em>“</p>
markdown-it-py:  <p>She read “<em>Rye</em>”</p>
smartypants:     <p>She read “<em>Rye</em>”</p>
Python-Markdown: <p>“Sow your <em>rye.</em>“</p>
markdown-it-py:  <p>“Sow your <em>rye.</em>”</p>
smartypants:     <p>“Sow your <em>rye.</em>”</p>
Python-Markdown: <p>¿”Pan” o “centeno”?</p>
markdown-it-py:  <p>¿“Pan” o “centeno”?</p>
smartypants:     <p>¿”Pan” o “centeno”?</p>
Python-Markdown: <p>He is 5‘10” tall.</p>
markdown-it-py:  <p>He is 5’10&quot; tall.</p>
smartypants:     <p>He is 5‘10” tall.</p>
SEEN
echo "as described"
