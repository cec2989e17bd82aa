#!/usr/bin/env bash
# jira2markdown 0.5.3: emphasis within a word, which Jira writes in braces, shows its braces; a picture's words are lost.
#
# Expected: "un{*}believ{*}able", as Jira's editor saves a bold part of a word, becomes "un**believ**able"; the `alt` of a
# picture becomes its words in Markdown.
# Seen: the braces stay around marks that open nothing ("un{**}believ{**}able"). The words of a picture are its file's
# name, whatever `alt` says.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check jira2markdown==0.5.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import jira2markdown

for text in ("un{*}believ{*}able", "a {_}rye{_}bread", "It is *bold*.", "!loaf.png|width=300,alt=The loaf!"):
    print(jira2markdown.convert(text))
PY
diff "$work/seen" - <<'SEEN'
un{**}believ{**}able
a {_}rye{_}bread
It is **bold**.
![loaf.png](loaf.png){width=300}
SEEN
echo "as described"
