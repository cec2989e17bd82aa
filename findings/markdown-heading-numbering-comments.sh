#!/usr/bin/env bash
# markdown-heading-numbering 0.1.1: comments in code get a chapter's number, and a heading loses the year it begins with.
#
# Expected: headings get numbers, in the file itself; lines of code and of HTML comments stay.
# Seen: "## install" in a block of shell code becomes "## 2. install", so that the code in the file is another one, and
# the numbers skip. "### 2024 in review" becomes "### 2.1. in review", as 2024 counts as an old number. A heading that
# is underlined gets no number.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-heading-numbering==0.1.1
cat >"$work/page.md" <<'MD'
## Bread

```sh
## install
```

### 2024 in review

Rye
---
MD
"$work/venv/bin/markdown-heading-numbering" "$work/page.md" >/dev/null
tee "$work/seen" <"$work/page.md"
diff "$work/seen" - <<'SEEN'
## 1. Bread

```sh
## 2. install
```

### 2.1. in review

Rye
---
SEEN
echo "as described"
