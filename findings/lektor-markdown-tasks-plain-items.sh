#!/usr/bin/env bash
# lektor-markdown-tasks 0.1: every item of every list that is no task loses its list.
#
# Expected: the plugin makes boxes of items that begin with "[ ]" or "[x]", and leaves the others items.
# Seen: an item without box is written as a paragraph within <ul> and <ol>, where none may stand (HTML, 4.4.5 and
# 4.4.6), so browsers show no bullet and no number: steps 1 to 3 are three paragraphs. "[X]" is no task, which GitHub
# takes for one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  lektor==3.3.14 mistune==0.8.4 lektor-markdown-tasks==0.1
mkdir content models templates
printf '[project]\nname = Rye\n' >site.lektorproject
printf '[model]\nname = Page\n\n[fields.body]\ntype = markdown\n' >models/page.ini
cat >content/contents.lr <<'LR'
body:

- [x] Buy salt
- Buy rye

1. Mix
2. Bake

- [X] Sow
LR
echo '{{ this.body }}' >templates/page.html
venv/bin/lektor build --output-path site >log 2>&1
cat site/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<ul>
<li><input type="checkbox" class="task-list-item-checkbox" checked="checked" disabled="disabled"> Buy salt</li><p>Buy rye</p>
</ul>
<ol>
<p>Mix</p>
<p>Bake</p>
</ol>
<ul>
<p>[X] Sow</p>
</ul>

SEEN
echo "as described"
