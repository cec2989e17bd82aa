#!/usr/bin/env bash
# txt2tags 3.9: an address ends before its "(", and in Markdown terms and what they mean are one paragraph with
# colons.
#
# Expected: "http://rye.example/mill_(film)" is one address, as those of Wikipedia are; a term stands on its line, and
# ": " before what it means, as in most dialects of Markdown, or in bold.
# Seen: the colon stands before the term, and what it means on the next line with none, so that a reader of Markdown
# joins all.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check txt2tags==3.9
cd "$work"
cat >rye.t2t <<'TXT'



= Rye =

See http://rye.example/mill_(film) now.

: Rye
  A grain
: Oats
  Another


__Underlined__
TXT
{
  "$work/venv/bin/txt2tags" -t md -o - rye.t2t
  "$work/venv/bin/txt2tags" -t html -H -o - rye.t2t | grep href
} | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# Rye 
See http://rye.example/mill_(film) now.
: Rye
A grain
: Oats
Another
Underlined
See <a href="http://rye.example/mill_">http://rye.example/mill_</a>(film) now.
SEEN
echo "as described"
