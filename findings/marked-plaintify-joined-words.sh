#!/usr/bin/env bash
# marked-plaintify 1.1.1: a word after a link or a line break joins the one before it, and "&lt;" is not decoded.
#
# Expected: the words of the Markdown as plain text, for a description or a search index: a line end parts two words,
# and a reference to a character is that character, as strip-markdown 6.0.0 has it.
# Seen: the line end after a link, a picture or a line break vanishes; references stay as they are written, and in
# code each "&" and "<" becomes one.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" marked@18.2.1 marked-plaintify@1.1.1 remark@15.0.1 \
  strip-markdown@6.0.0 mdast-util-to-string@4.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Marked } from "marked";
import markedPlaintify from "marked-plaintify";
import { toString } from "mdast-util-to-string";
import { remark } from "remark";
import stripMarkdown from "strip-markdown";

const marked = new Marked(markedPlaintify());
const remarked = remark().use(stripMarkdown);
for (const text of ["See [the mill](mill.html)\nand the field.", "Sow rye.  \nReap rye.", "Rye &lt; oats", "`rye < oats && oats`"]) {
  const stripped = toString(await remarked.run(remarked.parse(text)));
  console.log(JSON.stringify(marked.parse(text).trim()), JSON.stringify(stripped));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"See the milland the field." "See the mill\nand the field."
"Sow rye.Reap rye." "Sow rye.\nReap rye."
"Rye &lt; oats" "Rye < oats"
"rye &lt; oats &amp;&amp; oats" "rye < oats && oats"
SEEN
echo "as described"
