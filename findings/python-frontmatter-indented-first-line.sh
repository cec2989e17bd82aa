#!/usr/bin/env bash
# python-frontmatter 1.3.0: a text that begins with an indented code block loses it.
#
# Expected: what follows the header is the content, as it stands. In Markdown, four spaces at the start of
# a line make it code (CommonMark 0.31.2, 4.4), the first line included.
# Seen: the content is stripped of white space on both sides, so that the first line of such a block, or
# the first item of an indented list, loses its indentation: code of one line becomes a paragraph, code of
# two lines a paragraph that ends with its second line. Read and written again, the file has changed.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    python-frontmatter==1.3.0 Markdown==3.10
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import frontmatter
import markdown

for body in ("    make site\n", "    make site\n    make test\n"):
    post = frontmatter.loads(f"---\ntitle: To build it\n---\n\n{body}")
    print("in the file", repr(markdown.markdown(body)))
    print("loaded     ", repr(markdown.markdown(post.content)))
    print("written    ", repr(frontmatter.dumps(post).partition("---\n\n")[2]))
PY
diff "$work/seen" - <<'SEEN'
in the file '<pre><code>make site\n</code></pre>'
loaded      '<p>make site</p>'
written     'make site'
in the file '<pre><code>make site\nmake test\n</code></pre>'
loaded      '<p>make site\n    make test</p>'
written     'make site\n    make test'
SEEN
echo "as described"
