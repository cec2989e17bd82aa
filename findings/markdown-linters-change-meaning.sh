#!/usr/bin/env bash
# markdownlint-cli2 0.22.1, pymarkdownlnt 0.9.41, rumdl 0.3.0: "fix" makes a product emphasis and a hashtag a heading.
#
# Expected: what a linter mends by itself says the same afterwards, as what mdformat 1.0.0 writes does. By CommonMark
# 0.31.2 "2 * 3 * 4" holds two asterisks (6.2), "#rye" is a word (4.2), and a list begins with the number of its first
# item (5.3).
# Seen: the first two take the product for emphasis with spaces in it and show "2 3 4", and count a list from 1 that
# goes on from 3. The first and the third put a space behind the sign of the hashtag: a post that begins with one
# begins with a heading of the first or second level. prettier 3.6.2, a formatter, writes "2 _ 3 _ 4". None of it is
# reported.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdownlint-cli2@0.22.1 prettier@3.6.2 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mdformat==1.0.0 pymarkdownlnt==0.9.41 rumdl==0.3.0 markdown-it-py==4.3.0
cat >post.md <<'MD'
# Bread

A tray holds 2 * 3 * 4 rolls. Then:

3. Knead
4. Bake

#rye is sown in October.
MD
cat >render.py <<'PY'
import sys

from markdown_it import MarkdownIt

with open(sys.argv[1], encoding="utf-8") as file:
    print(MarkdownIt().render(file.read()).replace("\n", "")[14:])
PY
for tool in "node_modules/.bin/prettier --write" venv/bin/mdformat "node_modules/.bin/markdownlint-cli2 --fix" \
  "venv/bin/pymarkdown fix" "venv/bin/rumdl check --fix"; do
  cp post.md try.md
  $tool try.md >/dev/null 2>&1 || true
  name=${tool##*bin/}
  echo "${name%% *}: $(venv/bin/python render.py try.md)"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
prettier: <p>A tray holds 2 _ 3 _ 4 rolls. Then:</p><ol start="3"><li>Knead</li><li>Bake</li></ol><p>#rye is sown in October.</p>
mdformat: <p>A tray holds 2 * 3 * 4 rolls. Then:</p><ol start="3"><li>Knead</li><li>Bake</li></ol><p>#rye is sown in October.</p>
markdownlint-cli2: <p>A tray holds 2 <em>3</em> 4 rolls. Then:</p><ol><li>Knead</li><li>Bake</li></ol><h1>rye is sown in October.</h1>
pymarkdown: <p>A tray holds 2 <em>3</em> 4 rolls. Then:</p><ol><li>Knead</li><li>Bake</li></ol><p>#rye is sown in October.</p>
rumdl: <p>A tray holds 2 * 3 * 4 rolls. Then:</p><ol start="3"><li>Knead</li><li>Bake</li></ol><h2>rye is sown in October</h2>
SEEN
echo "as described"
