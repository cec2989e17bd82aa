#!/usr/bin/env bash
# pyquery 2.1.0: text() has programs and style sheets, which join the words after them, and lines of code are one.
#
# Expected: text(), which puts words of different blocks on lines of their own as a browser does, leaves out what a
# browser does not show, and keeps the lines of <pre>.
# Seen: with squash_space=False the lines of code stay, but so do those of the source between all elements.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyquery==2.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from pyquery import PyQuery

for html in (
    "<div><p>Sow</p><script>var a</script>Mill</div>",
    "<div><style>p { margin: 0 }</style><p>Bake</p><template>a template</template></div>",
    "<div><pre>if rye:\n    mill()</pre></div>",
    "<div><p>Sow\n  rye</p>\n<p>Mill</p></div>",
):
    page = PyQuery(html)
    print(repr(page.text()), repr(page.text(squash_space=False)))
PY
diff "$work/seen" - <<'SEEN'
'Sow\nvar aMill' 'Sow\nvar aMill'
'p { margin: 0 }\nBake\na template' 'p { margin: 0 }\n\nBake\n\na template'
'if rye: mill()' 'if rye:\n    mill()'
'Sow rye\nMill' 'Sow\n  rye\n\n\nMill'
SEEN
echo "as described"
