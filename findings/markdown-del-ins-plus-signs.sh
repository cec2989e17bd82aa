#!/usr/bin/env bash
# markdown-del-ins 1.0.0: "C++ and D++" is "C", an insertion of "and D", and code that shows "++" changes.
#
# Expected: "++" marks what was inserted when it stands around words, as markdown-it-ins and pymdownx.caret ask for it
# ("^^"); "++" after a letter and before a space opens nothing. What is in code is shown as it stands.
# Seen: any two "++" in a paragraph mark what is between them: names of languages lose their signs, and code between
# backticks is read as well.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-del-ins==1.0.0 markdown==3.10.2
cat >"$work/try.py" <<'PY'
import markdown

for text in ["We ++sow++ rye.", "C++ and D++ are languages.", "Use `++sow++` here.", "Count with i++ or ++j."]:
    print(f"{text} -> {markdown.markdown(text, extensions=['markdown_del_ins'])}")
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
We ++sow++ rye. -> <p>We <ins>sow</ins> rye.</p>
C++ and D++ are languages. -> <p>C<ins> and D</ins> are languages.</p>
Use `++sow++` here. -> <p>Use <code><ins>sow</ins></code> here.</p>
Count with i++ or ++j. -> <p>Count with i<ins> or </ins>j.</p>
SEEN
echo "as described"
