#!/usr/bin/env bash
# @contentful/rich-text-from-markdown 16.2.2: code, hard breaks and links by reference are not in the text.
#
# Expected: a migration to Contentful keeps the words of a post: what rich text has no node for stays as text, as the
# words of raw HTML do, or is refused.
# Seen: blocks of code vanish without a word, and so does a link whose address stands below, "[rye][1]", with its
# words; a hard break joins two words, and numbered lists count from 1. Only a callback that the program brings is told.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @contentful/rich-text-from-markdown@16.2.2 \
  @contentful/rich-text-html-renderer@17.2.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { documentToHtmlString } from "@contentful/rich-text-html-renderer";
import { richTextFromMarkdown } from "@contentful/rich-text-from-markdown";

const texts = [
  "Before\n\n```sh\nsow rye\n```\n\nAfter\n\n    reap rye",
  "12 Mill Lane  \nOatham\\\nEngland",
  "On [rye][1], on [oats], and on [wheat](wheat.html).\n\n[1]: rye.html\n[oats]: oats.html",
  "3. third\n4. fourth",
  "A <b>raw</b> word, `a*b`, ~~gone~~",
];
for (const text of texts) console.log(`${documentToHtmlString(await richTextFromMarkdown(text))}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Before</p><p>After</p>
<p>12 Mill LaneOathamEngland</p>
<p>On , on , and on <a href="wheat.html">wheat</a>.</p>
<ol><li><p>third</p></li><li><p>fourth</p></li></ol>
<p>A raw word, <code>a*b</code>, <s>gone</s></p>
SEEN
echo "as described"
