#!/usr/bin/env bash
# mkdocs-callouts 1.17.1, mkdocs-github-admonitions-plugin 0.1.1: code that shows how a note is written changes.
#
# Expected: what stands in a fenced code block is shown as it is, whether its fence is of backticks or of tildes, as
# Python-Markdown and CommonMark (4.5) have both.
# Seen: both plugins know fences of backticks alone. In a block between tildes "> [!note]" becomes "!!! note", so that
# readers who want to write such a note learn another form.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-callouts==1.17.1 mkdocs-github-admonitions-plugin==0.1.1
mkdir docs
cat >docs/index.md <<'MD'
# Notes

Backticks:

```
> [!NOTE]
> Rye
```

Tildes:

~~~
> [!NOTE]
> Rye
~~~
MD
for plugin in search callouts gh-admonitions; do
  printf 'site_name: Mill\nmarkdown_extensions: [admonition]\nplugins: [%s]\n' "$plugin" >mkdocs.yml
  venv/bin/mkdocs build --quiet >/dev/null 2>&1
  echo "$plugin:"
  python3 - <<'PY'
import html
import re
from pathlib import Path

for code in re.findall("<code>(.*?)</code>", Path("site/index.html").read_text(), re.DOTALL):
    print("  ", repr(html.unescape(code)))
PY
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
search:
   '> [!NOTE]\n> Rye\n'
   '> [!NOTE]\n> Rye\n'
callouts:
   '> [!NOTE]\n> Rye\n'
   '!!! note\n    Rye\n'
gh-admonitions:
   '> [!NOTE]\n> Rye\n'
   '!!! note "Note"\n    Rye\n'
SEEN
echo "as described"
