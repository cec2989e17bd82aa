#!/usr/bin/env bash
# draft-js-export-markdown 1.4.0: bold words with a space are not bold, and lines that look like lists become lists.
#
# Expected: what an editor shows is what the Markdown shows: a space at the end of bold text is common, and stands
# outside the marks; a paragraph "# 7 in the charts" or "1999. A year" is no heading or list; code is one block.
# Seen: "**bold **and" is two stars on both sides in CommonMark; "#", "1." and "[x](y)" are not escaped, while "*" and
# "_" are; lines of code have an empty line between them.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    draft-js-export-markdown@1.4.0 draft-js@0.11.7 react@18.3.1 react-dom@18.3.1 immutable@3.7.6 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { convertFromRaw } = require("draft-js");
const { stateToMarkdown } = require("draft-js-export-markdown");

const bold = [{ offset: 0, length: 5, style: "BOLD" }];
for (const blocks of [
  [{ text: "bold and", inlineStyleRanges: bold }],
  [{ text: "1999. A year" }, { text: "# 7 in the charts" }, { text: "f[x](y) * _z_" }],
  [{ text: "if rye:", type: "code-block" }, { text: "  mill()", type: "code-block" }],
]) {
  const full = { depth: 0, type: "unstyled", inlineStyleRanges: [], entityRanges: [], data: {} };
  const content = convertFromRaw({ blocks: blocks.map((block, key) => ({ key: `${key}`, ...full, ...block })), entityMap: {} });
  console.log(JSON.stringify(stateToMarkdown(content)));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"**bold **and\n"
"1999. A year\n\n# 7 in the charts\n\nf[x](y) \\* \\_z\\_\n"
"    if rye:\n\n      mill()\n"
SEEN
echo "as described"
