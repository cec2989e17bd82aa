#!/usr/bin/env bash
# HonKit 6.1.7: a page that the summary does not name is published as its source, and every "c" is the language C#.
#
# Expected: a book has the pages that SUMMARY.md names: one that is not named yet is not in the output. A term of
# GLOSSARY.md is a word: "C#" is not "C". "\|" within a cell is "|" (GFM 4.10).
# Seen: the file of the page that is not named is copied as it is, comments and all, so that /draft.md can be read. Of
# the term "C#" the sign is dropped: every single "c" and "C" links to it, and the sign stands behind the link. A cell
# with "\|" becomes two, the first of which ends with the backslash.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --legacy-peer-deps --prefix "$work" \
  honkit@6.1.7 >/dev/null
mkdir book
echo "# Home" >book/README.md
printf '# Summary\n\n* [Home](README.md)\n* [Rye](rye.md)\n' >book/SUMMARY.md
printf '# Glossary\n\n## C#\n\nA language.\n' >book/GLOSSARY.md
printf '# Draft\n\n<!-- Ask the miller. -->\nA secret.\n' >book/draft.md
cat >book/rye.md <<'MD'
# Rye

Plan a, plan b or plan c, in C# or C.

| one  | two |
| ---- | --- |
| a\|b | d   |
MD
node_modules/.bin/honkit build book "$work/out" >/dev/null 2>&1
{
  echo "draft.md: $(paste -s -d ' ' out/draft.md)"
  grep -o '<p>Plan.*</p>' out/rye.html | sed 's/ class="[^"]*"//g'
  grep -o '<td>.*</td>' out/rye.html
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
draft.md: # Draft  <!-- Ask the miller. --> A secret.
<p>Plan a, plan b or plan <a href="GLOSSARY.html#c" title="A language.">c</a>, in <a href="GLOSSARY.html#c" title="A language.">C</a># or <a href="GLOSSARY.html#c" title="A language.">C</a>.</p>
<td>a\</td>
<td>b</td>
<td>d</td>
SEEN
echo "as described"
