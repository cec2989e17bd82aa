#!/usr/bin/env bash
# @docusaurus/utils 3.10.2: a page whose heading is "Why C#" has the title "Why C", and links show their brackets.
#
# Expected (CommonMark 4.2): "#" at the end of a heading closes it only after a space: "# C#" is "C#". The title of a
# page, in the browser's tab, the sidebar and the links to the next page, has the words of its heading.
# Seen: a "#" at the end is always taken away. Backslashes of escapes, the source of links and of emphasis stay, so that
# "[Rye](/rye) *in May*" is the title; only code loses its marks.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" @docusaurus/utils@3.10.2 marked@16.4.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { parseMarkdownContentTitle } = require("@docusaurus/utils");
const { marked } = require("marked");

for (const heading of ["# Why C#", "# F# and C# #", "# [Rye](/rye) *in May*", "# Bread \\*fresh\\*", "# The `sow` command"]) {
  const shown = marked.parse(heading).replace(/<[^>]+>/g, "").trim();
  console.log(`${heading}: title "${parseMarkdownContentTitle(heading).contentTitle}", page "${shown}"`);
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# Why C#: title "Why C", page "Why C#"
# F# and C# #: title "F# and C#", page "F# and C#"
# [Rye](/rye) *in May*: title "[Rye](/rye) *in May*", page "Rye in May"
# Bread \*fresh\*: title "Bread \*fresh\*", page "Bread *fresh*"
# The `sow` command: title "The sow command", page "The sow command"
SEEN
echo "as described"
