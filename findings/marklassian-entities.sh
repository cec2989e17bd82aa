#!/usr/bin/env bash
# marklassian 1.2.1: entities show as they are written, <br> joins two words, and footnotes are broken links.
#
# Expected (CommonMark 6.2 and 6.6): "&amp;" in Markdown is "&", "&nbsp;" a space; <br> is a hard break, for which
# Atlassian's format has a node; words in a <div> are words.
# Seen: the text has "&amp;"; <br> goes without a break; a block of HTML goes with its words; the words of a footnote
# of one word become the address of a link.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" marklassian@1.2.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { markdownToAdf } from "marklassian";

for (const markdown of [
  "Rye &amp; salt, 10&nbsp;kg",
  "one<br>two",
  "<div>Rye keeps.</div>\n\nSalt",
  "Rye[^1]\n\n[^1]: Secale",
])
  console.log(JSON.stringify(markdownToAdf(markdown).content.flatMap(({ content }) => content)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[{"type":"text","text":"Rye &amp; salt, 10&nbsp;kg"}]
[{"type":"text","text":"one"},{"type":"text","text":"two"}]
[{"type":"text","text":"Salt"}]
[{"type":"text","text":"Rye"},{"type":"text","text":"^1","marks":[{"type":"link","attrs":{"href":"Secale"}}]}]
SEEN
echo "as described"
