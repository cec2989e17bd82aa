#!/usr/bin/env bash
# @edwinjoseph/prismic-richtext-markdown 1.2.5: bold and italics that overlap show their stars, and plain words are lists.
#
# Expected: texts of Prismic are plain, with spans for formats, which may overlap; as Markdown they look as in Prismic: what
# Markdown would read as a mark is escaped, and a space at the end of a span stands outside its stars (CommonMark 6.2).
# Seen: the marks of one span stand within the other, a line feed, which is a line break in Prismic, becomes a space, and
# "1986. A dry year" is a list. All items of a numbered list are "1.", each a list of its own for the blank line between.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @edwinjoseph/prismic-richtext-markdown@1.2.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import toMarkdown from "@edwinjoseph/prismic-richtext-markdown";

const convert = toMarkdown.default ?? toMarkdown;
const block = (type, text, spans = []) => ({ type, text, spans });
for (const blocks of [
  [block("paragraph", "rye and oats", [{ type: "strong", start: 0, end: 7 }, { type: "em", start: 4, end: 12 }])],
  [block("paragraph", "rye and oats", [{ type: "strong", start: 0, end: 4 }])],
  [block("paragraph", "Roses are red\nRye is not")],
  [block("paragraph", "1986. A dry year"), block("paragraph", "# 1 in the charts"), block("paragraph", "2*3*4")],
  [block("o-list-item", "mill"), block("o-list-item", "bake")],
]) console.log(JSON.stringify(convert(blocks)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"**rye *and** oats*"
"**rye **and oats"
"Roses are red\nRye is not"
"1986. A dry year\n\n# 1 in the charts\n\n2*3*4"
"1. mill\n\n1. bake"
SEEN
echo "as described"
