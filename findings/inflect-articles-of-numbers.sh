#!/usr/bin/env bash
# inflect 7.6.0: it writes "a 8", "a 11" and "an URL", and makes "bu" of "bus".
#
# Expected: the article follows the sound, for numbers as for words: "an 8", "an 11", "an 18", "a URL";
# singular_noun() says False of a word that is singular, as its documentation does.
#
# Seen: a number always has "a"; the plural of "PDF" is "PDFS"; "bus", "lens" and "analysis" lose their last letter as
# if they were plurals.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check inflect==7.6.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import inflect

engine = inflect.engine()
print([engine.a(word) for word in ("8", "11", "18", "80", "hour", "URL", "Ubuntu", "FAQ", "LED")])
print([engine.plural(word) for word in ("PDF", "URL", "CD", "page")])
print([(word, engine.singular_noun(word)) for word in ("bus", "lens", "analysis", "gas", "pages", "page")])
PY
diff "$work/seen" - <<'SEEN'
['a 8', 'a 11', 'a 18', 'a 80', 'an hour', 'an URL', 'a Ubuntu', 'a FAQ', 'a LED']
['PDFS', 'URLS', 'CDS', 'pages']
[('bus', 'bu'), ('lens', 'len'), ('analysis', 'analysi'), ('gas', 'ga'), ('pages', 'page'), ('page', False)]
SEEN
echo "as described"
