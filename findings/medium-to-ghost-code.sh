#!/usr/bin/env bash
# medium-to-ghost 0.0.4: the last line of a block of code stands in the paragraph before it; posts lose their hour.
#
# Expected: Medium's export has code as lines between <br /> in a <span> of its <pre>; Ghost gets one block of code.
# A post keeps its moment, and its address is in small letters, as Ghost's are.
# Seen: the block ends before its last line, which is the end of the paragraph above it: "Then bake:bake(loaf)".
# Only the day of a post is written, and the slug is "Rye-bread".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check medium-to-ghost==0.0.4
"$work/venv/bin/python" - <<'PY'
import zipfile

POST = """<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>Rye bread</title></head><body><article class="h-entry"><header><h1 class="p-name">Rye bread</h1></header>
<section data-field="subtitle" class="p-summary">How we bake</section><section data-field="body" class="e-content">
<section name="a1" class="section section--body section--first section--last"><div class="section-content">
<div class="section-inner sectionLayout--insetColumn">
<h3 name="b1" id="b1" class="graf graf--h3 graf--title">Rye bread</h3>
<p name="c1" class="graf graf--p">Then bake:</p>
<pre data-code-block-mode="1" name="d1" class="graf graf--pre graf--preV2"><span class="pre--content">for loaf in loaves:<br />    mill(loaf)<br />bake(loaf)</span></pre>
</div></div></section></section>
<footer><p>By <a href="https://medium.com/@ann" class="p-author h-card">Ann</a> on
<a href="https://medium.com/p/0123456789ab">
<time class="dt-published" datetime="2024-01-02T10:00:00.000Z">January 2, 2024</time></a>.</p><p>
<a href="https://medium.com/@ann/rye-bread-0123456789ab" class="p-canonical">Canonical link</a></p></footer>
</article></body></html>"""
with zipfile.ZipFile("medium.zip", "w") as export:
    export.writestr("posts/2024-01-02_Rye-bread-0123456789ab.html", POST)
PY
"$work/venv/bin/medium_to_ghost" medium.zip >/dev/null 2>&1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import json

[post] = json.load(open("exported_content/medium_export_for_ghost.json"))["db"][0]["data"]["posts"]
page = json.loads(post["mobiledoc"])
print(post["slug"], post["published_at"])
for section in page["sections"]:
    print(section)
print(page["cards"])
PY
diff "$work/seen" - <<'SEEN'
Rye-bread 2024-01-02
[1, 'p', [[0, [], 0, 'Then bake:'], [0, [], 0, '\n'], [0, [], 0, 'bake(loaf)'], [0, [], 0, '\n'], [0, [], 0, '\n']]]
[10, 0]
[['code', {'code': 'for loaf in loaves:\n    mill(loaf)\n'}]]
SEEN
echo "as described"
