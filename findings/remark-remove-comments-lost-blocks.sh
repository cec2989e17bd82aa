#!/usr/bin/env bash
# remark-remove-comments 1.1.1: a box, a table or a paragraph in HTML is gone, with its words, if it holds a comment.
#
# Expected ("Remark plugin to remove HTML comments from the processed output"): the comment is removed, the rest stays.
# Seen: CommonMark (4.6) takes HTML lines without a blank line between them for one block; the plugin removes the whole
# block where it finds a comment in it, also words that follow a comment on its line. Within a Markdown paragraph it is
# right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    remark@15.0.1 remark-html@16.0.1 remark-remove-comments@1.1.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { remark } from "remark";
import html from "remark-html";
import removeComments from "remark-remove-comments";

const processor = remark().use(removeComments).use(html, { sanitize: false });
const texts = [
  "Sown <!-- when? --> in autumn.",
  "<!-- ask Ann -->\n\nSown in autumn.",
  "<!-- ask Ann --> Sown in autumn.",
  "<p>Sown in autumn.\n<!-- ask Ann -->\nCut in summer.</p>",
  "<table>\n<tr><td>rye</td></tr>\n<!-- <tr><td>oats</td></tr> -->\n</table>\n\nEnd.",
];
for (const text of texts) console.log(JSON.stringify([text, String(await processor.process(text)).trim()]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["Sown <!-- when? --> in autumn.","<p>Sown  in autumn.</p>"]
["<!-- ask Ann -->\n\nSown in autumn.","<p>Sown in autumn.</p>"]
["<!-- ask Ann --> Sown in autumn.",""]
["<p>Sown in autumn.\n<!-- ask Ann -->\nCut in summer.</p>",""]
["<table>\n<tr><td>rye</td></tr>\n<!-- <tr><td>oats</td></tr> -->\n</table>\n\nEnd.","<p>End.</p>"]
SEEN
echo "as described"
