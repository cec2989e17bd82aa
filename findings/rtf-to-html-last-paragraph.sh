#!/usr/bin/env bash
# @iarna/rtf-to-html 1.1.0: the last paragraph is gone, hidden text shows, and letters are followed by others.
#
# Expected (RTF 1.9.1): "\par" ends a paragraph, and the last one needs none; after "\u252" as many characters are
# skipped as "\uc" says, one by default; "\v" is hidden; a field of type HYPERLINK is a link.
# Seen: text after the last "\par" is not in the HTML, so that a text of one paragraph is empty; the character that
# stands in for a letter stays behind it; hidden words show; links lose their addresses, cells join.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @iarna/rtf-to-html@1.1.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { promisify } = require("node:util");
const rtfToHtml = promisify(require("@iarna/rtf-to-html").fromString);

(async () => {
  for (const text of [
    "One\\par Two",
    "Rye keeps.",
    "caf\\u233? au lait\\par",
    "Rye {\\v hidden}keeps\\par",
    '{\\field{\\*\\fldinst{HYPERLINK "https://digest.example/"}}{\\fldrslt{mill}}}\\par',
    "\\trowd\\cellx1000\\cellx2000 Rye\\cell Salt\\cell\\row\\par",
  ]) {
    const html = await rtfToHtml(`{\\rtf1\\ansi ${text}}`);
    console.log(JSON.stringify(html.replace(/[^]*<body>/, "").replace(/<\/body>[^]*/, "").trim()));
  }
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p>One</p>"
""
"<p>café? au lait</p>"
"<p>Rye hiddenkeeps</p>"
"<p>mill</p>"
"<p>RyeSalt</p>"
SEEN
echo "as described"
