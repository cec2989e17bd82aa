#!/usr/bin/env bash
# rehype-remark 10.0.1: two paragraphs in a cell become one word, and a list in a cell breaks the table.
#
# Expected: a cell of GitHub's Markdown is one line (GFM 4.10), so that blocks within it are parted by <br> or a space, as a
# <br> in a cell is; the number of an item stays; what is hidden is not text.
# Seen: the last word of a paragraph and the first of the next are one. Items of a list are on lines of their own, so that
# the row ends within the cell. `value` of an item is not read, while `start` of a list is; the text of an element with
# "hidden" is in the Markdown, while that of <template> is not.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-gfm@4.0.1 remark-stringify@11.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import parse from "rehype-parse";
import toMarkdown from "rehype-remark";
import gfm from "remark-gfm";
import write from "remark-stringify";

const convert = unified().use(parse, { fragment: true }).use(toMarkdown).use(gfm).use(write);
for (const html of [
  "<table><tr><th>when</th></tr><tr><td><p>Sow in May.</p><p>Reap in August.</p></td></tr></table>",
  "<table><tr><th>when</th></tr><tr><td>Sow in May.<br>Reap in August.</td></tr></table>",
  "<table><tr><th>when</th></tr><tr><td><ul><li>May</li><li>August</li></ul></td></tr></table>",
  '<ol start="3"><li>mill</li></ol>',
  '<ol><li value="3">mill</li></ol>',
  "<p hidden>Not yet.</p><p>Now.</p>",
]) console.log(JSON.stringify(String(convert.processSync(html))));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"| when                       |\n| -------------------------- |\n| Sow in May.Reap in August. |\n"
"| when                        |\n| --------------------------- |\n| Sow in May. Reap in August. |\n"
"| when           |\n| -------------- |\n| * May\n* August |\n"
"3. mill\n"
"1. mill\n"
"Not yet.\n\nNow.\n"
SEEN
echo "as described"
