#!/usr/bin/env bash
# @docusaurus/utils 3.10.2: the description of a page loses words and minutes, or is a comment that nobody should read.
#
# Expected: a page without a description of its own is described by the first sentence or lines that it shows: to
# search engines, in previews, in lists of posts and in feeds.
# Seen: two times in a paragraph, "10:30 and 11:45", become "1045", as if ":30 and 11:" were an emoji; a text that
# begins with the word "import" or "export" is skipped; an inline tag in code is gone, and so are "_" and "*" in
# names and sums. A definition of a link, a fence of tildes, or the first line of a comment over several lines
# is the description, and MDX's comments are, too.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" @docusaurus/utils@3.10.2 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { createExcerpt } = require("@docusaurus/utils");

const pages = [
  "# Bakery\n\nOpen from 10:30 to 11:45 and from 14:00.",
  "export of rye fell in May.\n\nOats rose.",
  "Write `<b>` for bold words.",
  "Set max_width to 2 * 3 * 4.",
  "Rye (see [Wikipedia](https://en.wikipedia.org/wiki/Rye_(grain))).",
  "[rye]: /rye\n\nWe sow [rye].",
  "~~~\nsow(rye)\n~~~\n\nWe sow.",
  "<!-- Ask Ann before May!\nShe is away. -->\n\nWe sow.",
  "{/* Ann is wrong here */}\n\nWe sow.",
];
for (const page of pages) console.log(`${JSON.stringify(page)}\n  ${createExcerpt(page)}`);
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"# Bakery\n\nOpen from 10:30 to 11:45 and from 14:00."
  Open from 1045 and from 14:00.
"export of rye fell in May.\n\nOats rose."
  Oats rose.
"Write `<b>` for bold words."
  Write `` for bold words.
"Set max_width to 2 * 3 * 4."
  Set max_width to 2  3  4.
"Rye (see [Wikipedia](https://en.wikipedia.org/wiki/Rye_(grain)))."
  Rye (see Wikipedia)).
"[rye]: /rye\n\nWe sow [rye]."
  [rye]: /rye
"~~~\nsow(rye)\n~~~\n\nWe sow."
  ~~~
"<!-- Ask Ann before May!\nShe is away. -->\n\nWe sow."
  <!-- Ask Ann before May!
"{/* Ann is wrong here */}\n\nWe sow."
  {/ Ann is wrong here /}
SEEN
echo "as described"
