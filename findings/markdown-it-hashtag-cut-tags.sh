#!/usr/bin/env bash
# markdown-it-hashtag 0.4.0: "#Größe" is a link to the tag "Gr", "#日本" is none, and "#1" is a tag.
#
# Expected: a hashtag is a word of any script, with a letter at least, as on Mastodon and in twitter-text; it may stand
# after a bracket.
# Seen: a tag ends at the first letter that is not of ASCII, and the rest of the word follows the link: posts on "#Größe"
# and on "#Grün" meet at "Gr". In brackets or after a quotation mark it is none; "We are #1" leads to a tag. So it is unless
# one gives patterns of one's own.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-it@14.1.0 markdown-it-hashtag@0.4.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const MarkdownIt = require("markdown-it");
const hashtag = require("markdown-it-hashtag");

const markdown = new MarkdownIt().use(hashtag.default ?? hashtag);
for (const text of ["On #rye.", "On #Größe.", "#日本", "On rye (#rye).", "“#rye”", "We are #1."]) console.log(text, "=>", markdown.renderInline(text));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
On #rye. => On <a href="/tags/rye" class="tag">#rye</a>.
On #Größe. => On <a href="/tags/gr" class="tag">#Gr</a>öße.
#日本 => #日本
On rye (#rye). => On rye (#rye).
“#rye” => “#rye”
We are #1. => We are <a href="/tags/1" class="tag">#1</a>.
SEEN
echo "as described"
