#!/usr/bin/env bash
# markdown-summary 1.0.3 ("extract summary/preview text"): the title of a page may be "---", its summary "===".
#
# Expected: a title is a heading, as words; a summary is the first paragraph of text, which goes on to its blank line.
# Seen: the title is the first line, the summary the second, whatever they are: the line below an underlined title, a line
# of a header or of code, a half of a wrapped sentence; both keep their marks of Markdown.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-summary@1.0.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { summary, title } from "markdown-summary";

const texts = {
  underlined: "Rye\n===\n\nSown in autumn.",
  header: "---\ntitle: Rye\n---\n\nSown in autumn.",
  code: "```\nsow rye\n```\n\nSown in autumn.",
  wrapped: "# Rye *bread*\n\nSown in autumn and\ncut in [summer](july.md).",
  list: "- Rye\n- Oats\n\nSown in autumn.",
};
for (const [name, text] of Object.entries(texts)) console.log(name, JSON.stringify([title(text), summary(text)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
underlined ["Rye","==="]
header ["---","title: Rye"]
code ["```","sow rye"]
wrapped ["# Rye *bread*","Sown in autumn and"]
list ["- Rye","- Oats"]
SEEN
echo "as described"
