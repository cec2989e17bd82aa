#!/usr/bin/env bash
# trafilatura 2.3.1: <pre> without <code> becomes a quotation, and captions of figures vanish.
#
# Expected: text in <pre> is preformatted in the HTML and in the Markdown that extract() returns, as
# <pre><code> is; a <figcaption> stays with its picture.
# Seen: only <pre> with <code> in it stays preformatted. A plain <pre>, as of a poem or of the
# output of a program, is a <blockquote> in HTML and bare lines in Markdown, where they run together.
# The words of the caption are in neither.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    trafilatura==2.3.1 lxml_html_clean==0.4.6
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from trafilatura import extract

TEXT = "A sentence of an article on lamps, which is long enough to be taken for text by anybody. "
paragraphs = f"<p>{TEXT * 3}</p>" * 3
parts = (
    "<pre>one\n  two</pre>",
    "<pre><code>if lamp:\n    burn()</code></pre>",
    '<figure><img src="/a.png" alt="A lamp"><figcaption>By the window</figcaption></figure>',
)
page = f"<html><body><article>{paragraphs}{''.join(parts)}{paragraphs}</article></body></html>"
for form in ("html", "markdown"):
    found = extract(page, output_format=form, include_formatting=True, include_images=True) or ""
    print(form, repr(found[found.index("one") - 14 : found.index("two") + 3]))
    print(form, "caption:", "window" in found)
PY
diff "$work/seen" - <<'SEEN'
html '  <blockquote>one\n  two'
html caption: False
markdown ' by anybody.\n\none\n  two'
markdown caption: False
SEEN
echo "as described"
