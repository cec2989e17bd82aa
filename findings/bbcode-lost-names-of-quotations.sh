#!/usr/bin/env bash
# bbcode 1.1.0 (PyPI): who is quoted in a post of a forum is lost, and "f(c)" becomes "f©".
#
# Expected: [quote=Ann] names the author, as forums write it; HTML has the name, in <cite> or before the words.
# Seen: a <blockquote> without it, in all ways to write it. A paragraph after a list's item leaves the item and stands
# in <ul>. By default, "(c)" and "--" become typographic, in names and options of programs, too.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bbcode==1.1.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import bbcode

for post in (
    "[quote=Ann]Bread is life.[/quote]",
    '[quote="Ann Li"]Bread is life.[/quote]',
    "[quote author=Ann]Bread is life.[/quote]",
    "[list][*]rye\n\nIt is old.[/list]",
    "Call f(c) with mill --fast.",
):
    print(repr(post), bbcode.render_html(post).replace("\n", " "))
PY
diff "$work/seen" - <<'SEEN'
'[quote=Ann]Bread is life.[/quote]' <blockquote>Bread is life.</blockquote>
'[quote="Ann Li"]Bread is life.[/quote]' <blockquote>Bread is life.</blockquote>
'[quote author=Ann]Bread is life.[/quote]' <blockquote>Bread is life.</blockquote>
'[list][*]rye\n\nIt is old.[/list]' <ul><li>rye</li> It is old.</ul>
'Call f(c) with mill --fast.' Call f&copy; with mill &ndash;fast.
SEEN
echo "as described"
