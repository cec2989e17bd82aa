#!/usr/bin/env bash
# TiddlyWiki 5.4.1: in plain text, paragraphs, items, cells and lines of a tiddler are joined to one word.
#
# Expected: "--render … text/plain", with which texts are exported, indexed and described in feeds, has the words of a
# tiddler: a line break, an item and a paragraph end a line, as in the HTML of the same command.
# Seen: the text of all elements is written without anything between them: "rye" and "oats" in a list are "ryeoats", and
# the last word of each paragraph joins the first of the next. A line end within a paragraph stays.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" tiddlywiki@5.4.1 >/dev/null
mkdir -p wiki/tiddlers
echo '{"plugins": [], "themes": []}' >wiki/tiddlywiki.info
tiddler() { printf 'title: %s\n\n%s\n' "$1" "$2" >"wiki/tiddlers/$1.tid"; }
tiddler list $'* rye\n* oats'
tiddler paragraphs $'We sow rye.\n\nThen oats.'
tiddler table $'|rye|May|\n|oats|June|'
tiddler lines $'"""\n1 Mill Lane\nRyetown\n"""'
tiddler wrapped $'We sow rye\nin May.'
for name in list paragraphs table lines wrapped; do
  node_modules/.bin/tiddlywiki wiki --output out --render $name $name.txt text/plain >/dev/null
  echo "$name: $(paste -s -d '|' out/$name.txt)"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
list: ryeoats
paragraphs: We sow rye.Then oats.
table: ryeMayoatsJune
lines: 1 Mill LaneRyetown
wrapped: We sow rye|in May.
SEEN
echo "as described"
