#!/usr/bin/env bash
# markdown-it-plain-text 0.3.0: the last word of a line and the first of the next are one word.
#
# Expected: the plain text of a page, for a search or a description, has its words; the end of a line within a paragraph
# is a space (CommonMark 6.8), and a hard break parts two lines.
# Seen: nothing is put where a line ends, softly or with a break, so that all texts that are wrapped at some width have
# joined words; <br> and comments in HTML are in the text as they are written.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  markdown-it@14.1.0 markdown-it-plain-text@0.3.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const MarkdownIt = require("markdown-it");
const plain = require("markdown-it-plain-text");

const md = new MarkdownIt({ html: true }).use(plain.default ?? plain);
for (const text of ["Rye is sown\nin October.", "1 Mill Lane  \nRyetown", "1 Mill Lane<br>Ryetown", "Rye. <!-- Ask Ann! --> Oats.", "- rye\n- oats"]) {
  md.render(text);
  console.log(`${JSON.stringify(text)}: ${JSON.stringify(md.plainText.trim())}`);
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye is sown\nin October.": "Rye is sownin October."
"1 Mill Lane  \nRyetown": "1 Mill LaneRyetown"
"1 Mill Lane<br>Ryetown": "1 Mill Lane<br>Ryetown"
"Rye. <!-- Ask Ann! --> Oats.": "Rye. <!-- Ask Ann! --> Oats."
"- rye\n- oats": "rye oats"
SEEN
echo "as described"
