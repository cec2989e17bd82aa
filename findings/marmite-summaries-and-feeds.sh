#!/usr/bin/env bash
# marmite 0.4.2: a summary lacks its first word where that is the title, a quotation mark shows its backslash, and
# links of the feed have no host.
#
# Expected: a summary begins as the post does; "\"" between quotation marks is YAML for a quotation mark; links and
# pictures of a feed lead to where they are on the site, whatever reader shows them.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check marmite==0.4.2
cd "$work"
mkdir -p rye/content
cat >rye/marmite.yaml <<'YAML'
name: Rye
url: https://rye.example/blog
YAML
cat >rye/content/mill.md <<'MARKDOWN'
---
title: Mill
date: 2024-01-03
---
Mill the rye, and [sow it](sow.md) again. ![A field](field.jpg)
MARKDOWN
cat >rye/content/sow.md <<'MARKDOWN'
---
title: Sow
date: 2024-01-02
description: "A \"good\" year, all say"
---
Sow the rye.
MARKDOWN
"$work/venv/bin/marmite" rye out >/dev/null 2>&1
{
  grep -A 3 'content-excerpt' out/index.html | grep ' rye'
  grep -oE 'description" content="[^>]*' out/sow.html
  grep -oE '<description><!.{30}|(href|src)="[^"]*"' out/index.rss
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
             the rye, and sow it again. 
description" content="A \good\ year, all say"
href="sow.html"
src="field.jpg"
<description><![CDATA["A \"good\" year, all s
SEEN
echo "as described"
