#!/usr/bin/env bash
# pandoc 3.9: a bar in a cell moves the words of a row by one column, and those of the last are gone.
#
# Expected: a bar in a cell is escaped where the format can: Org has "\vert{}", DokuWiki "%%|%%", Jira "\|", as
# Textile's and Muse's writers do.
# Seen: Org, DokuWiki and Jira get "a|b" as it is; read again, "b" is in the next column; what was there is lost in
# Org and DokuWiki, whose rows have the cells of the head, and Jira's table has a column more.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pypandoc


import re

TABLE = "| Rye | Oats |\n|---|---|\n| a\\|b | last |\n"
for name in ("org", "dokuwiki", "jira", "textile", "muse"):
    written = pypandoc.convert_text(TABLE, name, "markdown")
    html = pypandoc.convert_text(written, "html", name)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", html, re.DOTALL)
    print(name, [re.sub("<[^>]*>", "", cell).strip() for cell in cells])
PY
diff "$work/seen" - <<'SEEN'
org ['a', 'b']
dokuwiki ['a', 'b']
jira ['a', 'b', 'last']
textile ['a|b', 'last']
muse ['a|b', 'last']
SEEN
echo "as described"
