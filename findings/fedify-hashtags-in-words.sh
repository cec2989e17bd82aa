#!/usr/bin/env bash
# @fedify/markdown-it-hashtag 0.3.0: numbers are hashtags, and so is what follows "#" in a word.
#
# Expected: a hashtag has a letter and does not begin within a word, in the Fediverse as on Twitter, whose twitter-text
# 3.1.0 finds none in "issue #12" or "F#2"; the full-width "＃" of Japanese keyboards begins one.
# Seen: "#12" and the "#2" of "F#2" lead to pages of tags, and "＃黑麦" is text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @fedify/markdown-it-hashtag@0.3.0 markdown-it@14.1.0 \
  twitter-text@3.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { hashtag } from "@fedify/markdown-it-hashtag";
import MarkdownIt from "markdown-it";
import twitter from "twitter-text";

const markdown = new MarkdownIt().use(hashtag, { link: (tag) => `/tags/${tag.slice(1)}` });
for (const text of ["Sow #rye", "See issue #12", "The key of F#2", "＃黑麦"]) {
  const linked = [...markdown.render(text).matchAll(/href="\/tags\/([^"]*)"/g)].map((match) => match[1]);
  console.log(`${text}: fedify ${JSON.stringify(linked)}, twitter-text ${JSON.stringify(twitter.extractHashtags(text))}`);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Sow #rye: fedify ["rye"], twitter-text ["rye"]
See issue #12: fedify ["12"], twitter-text []
The key of F#2: fedify ["2"], twitter-text []
＃黑麦: fedify [], twitter-text ["黑麦"]
SEEN
echo "as described"
