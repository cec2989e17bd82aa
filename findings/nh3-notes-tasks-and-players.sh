#!/usr/bin/env bash
# nh3 0.3.8: links to notes lead nowhere, a task that is done is plain, and the words for old browsers in a player are
# shown.
#
# Expected: a cleaned page keeps what leads from a number to its note, or neither of both; what a browser shows only
# if it cannot play a film is not shown; "<li value>" is a number as "<ol start>" is.
# Seen: ids are taken away and links to them stay; of <video> and <audio> the text within is left, without a space
# around it; <time> loses its date.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check nh3==0.3.8
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import nh3

for html in (
    '<p>Sown<a href="#n1">1</a>.</p><p id="n1">In May.</p>',
    '<ul><li><input type="checkbox" checked> Sow</li><li><input type="checkbox"> Mill</li></ul>',
    '<p>Film:<video src="a.mp4">Your browser shows no films.</video><audio src="a.mp3">Nor sounds.</audio></p>',
    '<ol start="3"><li>Sow</li><li value="7">Mill</li></ol>',
    '<p>On <time datetime="2024-01-02">Tuesday</time></p>',
):
    print(nh3.clean(html))
PY
diff "$work/seen" - <<'SEEN'
<p>Sown<a href="#n1" rel="noopener noreferrer">1</a>.</p><p>In May.</p>
<ul><li> Sow</li><li> Mill</li></ul>
<p>Film:Your browser shows no films.Nor sounds.</p>
<ol start="3"><li>Sow</li><li>Mill</li></ol>
<p>On <time>Tuesday</time></p>
SEEN
echo "as described"
