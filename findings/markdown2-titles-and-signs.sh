#!/usr/bin/env bash
# markdown2 2.5.5: a heading "C#" is "C", and a quoted title in a page's header keeps its quotation marks.
#
# Expected: number signs that close a heading stand after a space (CommonMark 0.31.2, 4.2); in a header, as the extra
# "metadata" reads it, "title: "Rye: a history"" has the marks that YAML asks for around a colon.
# Seen: every number sign at the end goes, so that C and C# have one name; the title is shown with
# its marks, a comment is part of the value, a list in brackets is a text. A line "Rye: a history" that begins a text is
# not on the page.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown2==2.5.5 mistune==3.4.0 2>/dev/null
cat >"$work/try.py" <<'PY'
import markdown2
import mistune

headings = "# C#\n\n# C\n\n# F# #\n"
print(markdown2.markdown(headings, extras=["header-ids"]).strip())
print(mistune.html(headings).strip())
header = '---\ntitle: "Rye: a history"\ndraft: false # for now\ntags: [rye, oats]\n---\n\nSown in autumn.\n'
for text in (header, "Rye: a history\n\nSown in autumn.\n"):
    page = markdown2.markdown(text, extras=["metadata"])
    print(page.metadata, page.strip())
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<h1 id="c">C</h1>

<h1 id="c-2">C</h1>

<h1 id="f">F#</h1>
<h1>C#</h1>
<h1>C</h1>
<h1>F#</h1>
{'title': '"Rye: a history"', 'draft': 'false # for now', 'tags': '[rye, oats]'} <p>Sown in autumn.</p>
{'Rye': 'a history'} <p>Sown in autumn.</p>
SEEN
echo "as described"
