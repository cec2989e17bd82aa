#!/usr/bin/env bash
# markdown-checklist 0.4.4: a task that has tasks below it keeps "[ ]" as words; so do tasks with blank lines between.
#
# Expected: each item that begins with "[ ]" or "[x]" has a box, as in GitHub's Markdown.
# Seen: an item with a list of its own, and each item of a loose list, shows the brackets.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-checklist==0.4.4 markdown==3.10
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown

for text in (
    "- [ ] flour\n- [x] water\n",
    "- [ ] bread\n    - [x] flour\n    - [ ] water\n",
    "- [ ] flour\n\n- [x] water\n",
):
    print(markdown.markdown(text, extensions=["markdown_checklist.extension"]))
PY
diff "$work/seen" - <<'SEEN'
<ul class="checklist">
<li><input type="checkbox" disabled> flour</li>
<li><input type="checkbox" disabled checked> water</li>
</ul>
<ul class="checklist">
<li>[ ] bread<ul class="checklist">
<li><input type="checkbox" disabled checked> flour</li>
<li><input type="checkbox" disabled> water</li>
</ul>
</li>
</ul>
<ul>
<li>
<p>[ ] flour</p>
</li>
<li>
<p>[x] water</p>
</li>
</ul>
SEEN
echo "as described"
