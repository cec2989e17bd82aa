#!/usr/bin/env bash
# metalsmith-better-excerpts 0.2.1, excerpt-html 1.2.2, truncate-html 1.2.2: excerpts lose words and join others.
#
# Expected: an excerpt is the beginning of the text that the page shows. A tag that is written about is a word, a line
# break parts words, and a text in Chinese is cut between characters. A text that is short enough is not changed.
# Seen: the first two decode the text and then remove tags, so that of "Write <b>" the tag goes too; lines are joined,
# and by the third paragraphs with "stripTags". Of a Chinese text whose first mark comes late the first leaves "…"
# alone. The third makes the lines of a code block one line, also if nothing has to be cut.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" metalsmith-better-excerpts@0.2.1 \
  excerpt-html@1.2.2 truncate-html@1.2.2 >/dev/null
cat >try.cjs <<'JS'
const betterExcerpts = require("metalsmith-better-excerpts");
const excerptHtml = require("excerpt-html");
const truncate = require("truncate-html");

function better(html) {
  const files = { "a.html": { contents: Buffer.from(html) } };
  betterExcerpts()(files, null, () => {});
  return files["a.html"].excerpt;
}

for (const html of [
  "<p>Write <code>&lt;b&gt;</code> for bold.</p>",
  "<p>Sow rye<br>and oats.</p>",
  `<p>${"面包".repeat(71)}</p>`,
]) {
  console.log(html.replace(/(面包)+/, "(142 characters)"));
  console.log("  better-excerpts", better(html));
  console.log("  excerpt-html", excerptHtml(html).replace(/(面包)+面?/, "(characters)"));
}
console.log(truncate("<p>Rye</p><p>Oats</p>", { length: 100, stripTags: true }));
console.log(truncate("<pre>if rye:\n    sow()</pre>", { length: 100 }));
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Write <code>&lt;b&gt;</code> for bold.</p>
  better-excerpts Write  for bold.
  excerpt-html Write for bold.
<p>Sow rye<br>and oats.</p>
  better-excerpts Sow ryeand oats.
  excerpt-html Sow ryeand oats.
<p>(142 characters)</p>
  better-excerpts …
  excerpt-html (characters)…
RyeOats
<pre>if rye: sow()</pre>
SEEN
echo "as described"
