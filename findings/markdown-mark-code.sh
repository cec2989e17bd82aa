#!/usr/bin/env bash
# markdown-mark 0.0.1 with Markdown 3.10: code that compares with "==" loses the signs.
#
# Expected: "==rye==" marks words, and what stands between backticks or in a tag is what it says.
# Seen: within backticks, and in a title of HTML, two pairs of "==" become <mark>: "a==1 or b==2" is shown as "a1 or b2", and
# the attribute has a tag in it. Code blocks stay.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.10 markdown-mark==0.0.1
cat >try.py <<'PY'
import markdown

TEXTS = ("==Rye== is tall.", "Write `a==1 or b==2`.", '<b title="a==1 or b==2">Rye</b>')

for text in TEXTS:
    for name, extensions in (("without:", []), ("with:   ", ["markdown_mark"])):
        print(name, markdown.markdown(text, extensions=extensions).replace("\n", " "))
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
without: <p>==Rye== is tall.</p>
with:    <p><mark>Rye</mark> is tall.</p>
without: <p>Write <code>a==1 or b==2</code>.</p>
with:    <p>Write <code>a<mark>1 or b</mark>2</code>.</p>
without: <p><b title="a==1 or b==2">Rye</b></p>
with:    <p><b title="a<mark>1 or b</mark>2">Rye</b></p>
SEEN
echo "as described"
