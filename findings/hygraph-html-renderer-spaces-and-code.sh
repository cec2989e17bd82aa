#!/usr/bin/env bash
# @graphcms/rich-text-html-renderer 0.3.1: words of a link have spaces around them, and the first line of code is indented.
#
# Expected: the HTML of a text of Hygraph shows what its editor shows: "(rye)" with a link has no space within the brackets,
# code begins where its first line begins, and quotation marks in a title are escaped (HTML, 13.1.2.3).
# Seen: elements that the package lays out over several lines put their line ends into the text: "( rye )"; code begins with
# an empty line and six spaces, which are not before the lines that follow. A title ends at its first quotation mark.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @graphcms/rich-text-html-renderer@0.3.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { astToHtmlString } from "@graphcms/rich-text-html-renderer";

const paragraph = (...children) => ({ type: "paragraph", children });
for (const block of [
  paragraph({ text: "Bread (" }, { type: "link", href: "https://rye.example/", children: [{ text: "rye" }] }, { text: ")" }),
  { type: "code-block", children: [{ text: "def sow():\n    pass" }] },
  paragraph({ type: "link", href: "https://rye.example/", title: 'On "rye" bread', children: [{ text: "rye" }] }),
]) {
  const html = await astToHtmlString({ content: [block] });
  console.log(JSON.stringify(html.replace(/style="[^"]*"/, "style")));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p>Bread (\n    <a href=\"https://rye.example/\" target=\"_self\"     >\n      rye\n    </a>\n  )</p>"
"<pre\n      style\n    >\n      def sow():\n    pass\n    </pre>"
"<p>\n    <a href=\"https://rye.example/\" target=\"_self\"   title=\"On \"rye\" bread\"  >\n      rye\n    </a>\n  </p>"
SEEN
echo "as described"
