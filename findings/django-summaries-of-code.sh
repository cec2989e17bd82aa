#!/usr/bin/env bash
# Django 5.2.19: lines of code in a summary are one line, and the summary may end with an item, or a program, that
# says "…" alone.
#
# Expected: truncatewords_html keeps white space where it means something, in <pre>, as truncatechars_html does; the
# mark stands after the last word that is kept.
# Seen: words are put together again with one space between, also where none were to be cut within them; the mark is
# put into the element that holds the next word.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Django==5.2.19
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import django
from django.conf import settings

settings.configure(USE_I18N=False)
from django.template.defaultfilters import truncatechars_html, truncatewords_html

for html in (
    "<pre>if rye:\n    mill()\n    bake()\n    sell()</pre>",
    "<p>Sow rye in May.</p><ul><li>Mill it</li><li>Bake it</li></ul>",
    "<p>Sow rye in May.</p><script>var mill</script>",
):
    print(repr(truncatewords_html(html, 4)), repr(truncatechars_html(html, 30)))
PY
diff "$work/seen" - <<'SEEN'
'<pre>if rye: mill() bake() …</pre>' '<pre>if rye:\n    mill()\n    bake()…</pre>'
'<p>Sow rye in May.</p><ul><li> …</li></ul>' '<p>Sow rye in May.</p><ul><li>Mill it</li><li>Bake it</li></ul>'
'<p>Sow rye in May.</p><script> …</script>' '<p>Sow rye in May.</p><script>var mill</script>'
SEEN
echo "as described"
