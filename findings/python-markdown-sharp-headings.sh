#!/usr/bin/env bash
# Python-Markdown 3.10.2, mistune 0.8.4: the heading "# C#" is shown as "C".
#
# Expected (CommonMark 4.2): "#" at the end closes a heading only if a space stands before it; "# C#" is the heading
# "C#", as commonmark 0.9.1 and mistune 3.1.4 have it, and GitHub.
# Seen: each "#" at the end is taken away, so that a digest on Pelican, MkDocs, Nikola or Lektor shows "C" for the
# languages C# and F#, and in its tables of contents and titles as well. A backslash keeps it in the first only.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for versions in "markdown==3.10.2 mistune==0.8.4" "commonmark==0.9.1 mistune==3.1.4"; do
  venv="$work/venv-${versions##*=}"
  python3 -m venv "$venv"
  # shellcheck disable=SC2086 # several packages
  "$venv/bin/pip" install --quiet --disable-pip-version-check $versions
done
cat >"$work/try.py" <<'PY'
import importlib
import sys

FUNCTIONS = {"markdown": "markdown", "mistune": "markdown", "commonmark": "commonmark"}
for name in sys.argv[1:]:
    render = getattr(importlib.import_module(name), FUNCTIONS[name])
    print(name, *(render(text).strip() for text in ["# Why C#", "# Why C# #", "# Why C\\#"]))
PY
{
  "$work/venv-0.8.4/bin/python" "$work/try.py" markdown mistune
  echo "as expected:"
  "$work/venv-3.1.4/bin/python" "$work/try.py" commonmark mistune
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
markdown <h1>Why C</h1> <h1>Why C#</h1> <h1>Why C#</h1>
mistune <h1>Why C</h1> <h1>Why C#</h1> <h1>Why C\</h1>
as expected:
commonmark <h1>Why C#</h1> <h1>Why C#</h1> <h1>Why C#</h1>
mistune <h1>Why C#</h1> <h1>Why C#</h1> <h1>Why C#</h1>
SEEN
echo "as described"
