#!/usr/bin/env bash
# marmite 0.4.2: a post with the tags "C", "C++" and "C#" is three times on the page of "C", and a link to a dated
# file leads nowhere.
#
# Expected: three tags have three pages, or a message says that their addresses are one; a link from one Markdown file
# to another leads to the page that is made of it; a draft is not in what search engines are given.
# Seen: "2024-01-03-mill.md" becomes mill.html, and a link to it leads to 2024-01-03-mill.html; only a wiki link finds
# the page. The draft is in the sitemap.
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
url: https://rye.example
YAML
cat >rye/content/2024-01-02-sow.md <<'MARKDOWN'
---
title: Sow
date: 2024-01-02
tags: [C, C++, "C#"]
---
Then [mill it](2024-01-03-mill.md), as [[Mill]] says.
MARKDOWN
cat >rye/content/2024-01-03-mill.md <<'MARKDOWN'
---
title: Mill
date: 2024-01-03
---
In August.
MARKDOWN
cat >rye/content/secret.md <<'MARKDOWN'
---
title: Secret
date: 2024-01-04
stream: draft
---
Not yet.
MARKDOWN
"$work/venv/bin/marmite" rye out >/dev/null 2>&1
{
  grep -c '<h2 class="content-title"><a href="/sow.html">' out/tag-c.html
  grep -o 'tag-[^"]*" class="p-category">[^<]*' out/sow.html
  grep -o 'href="[^"]*mill.html"' out/sow.html | sort -u
  ls out | grep mill
  grep -o '<loc>.*draft.*' out/sitemap.xml
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
3
tag-c.html" class="p-category">C
tag-c.html" class="p-category">C++
tag-c.html" class="p-category">C#
href="/mill.html"
href="2024-01-03-mill.html"
href="mill.html"
mill.html
<loc>https://rye.example/draft-secret.html</loc>
<loc>https://rye.example/draft.html</loc>
<loc>https://rye.example/draft.rss</loc>
<loc>https://rye.example/draft-1.html</loc>
SEEN
echo "as described"
