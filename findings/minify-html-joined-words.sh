#!/usr/bin/env bash
# minify-html 0.18.1: spaces between words in bold, in links or in code are removed.
#
# Expected: a minified page shows the words of the page. A space between two inline elements parts two words,
# whatever box they stand in.
# Seen: directly in a <div>, <nav>, <section>, <header> or <blockquote> a space between two elements goes, as
# their content is taken for layout: "One" and "two" become "Onetwo". In a <p>, <li> or heading it stays. The
# options speak of comments and tags, not of this.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check minify-html==0.18.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import minify_html

for tag in ("p", "li", "div", "nav", "section", "blockquote"):
    print(minify_html.minify(f"<{tag}>See <b>one</b> <b>two</b>.</{tag}>", keep_closing_tags=True))
PY
diff "$work/seen" - <<'SEEN'
<p>See <b>one</b> <b>two</b>.</p>
<li>See <b>one</b> <b>two</b>.</li>
<div>See <b>one</b><b>two</b>.</div>
<nav>See <b>one</b><b>two</b>.</nav>
<section>See <b>one</b><b>two</b>.</section>
<blockquote>See <b>one</b><b>two</b>.</blockquote>
SEEN
echo "as described"
