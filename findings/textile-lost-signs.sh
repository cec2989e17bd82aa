#!/usr/bin/env bash
# textile 4.0.4 (Python): "5% to 10%" may lose its signs, "@ 5 @" becomes code, and an address with two hyphens a
# dash.
#
# Expected (Textile): a mark of a phrase stands at a word's edge: "%red%" is a span, "5 %" is a number; "\|" or
# "==|==" is a bar in a cell; an address is shown as it is, as in a link that is written with its words.
# Seen: "It cost %5 and 10% more" has neither sign; "rye @ 5 and oats @ 6" is code from one to the other; the address
# becomes another one, and "f(c)" is "f©". A cell cannot hold a bar.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check textile==4.0.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import textile

for text in ("From %5 to 10% more.", "Rye @ 5, oats @ 6", "See https://rye.example/a--b now", "f(c) and g(r)",
    "|rye|a\\|b|", "Sow -rye- and -5 to -10"):
    print(repr(text), repr(textile.textile(text)).replace("\\n", "").replace("\\t", ""))
PY
diff "$work/seen" - <<'SEEN'
'From %5 to 10% more.' '<p>From <span>5 to 10</span> more.</p>'
'Rye @ 5, oats @ 6' '<p>Rye <code> 5, oats </code> 6</p>'
'See https://rye.example/a--b now' '<p>See https://rye.example/a&#8212;b now</p>'
'f(c) and g(r)' '<p>f&#169; and g&#174;</p>'
'|rye|a\\|b|' '<table><tr><td>rye</td><td>a\\</td><td>b</td></tr></table>'
'Sow -rye- and -5 to -10' '<p>Sow <del>rye</del> and -5 to -10</p>'
SEEN
echo "as described"
