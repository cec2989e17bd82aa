#!/usr/bin/env bash
# turndown 7.2.5, node-html-markdown 2.0.0, html-to-text 10.0.1: words in <q> lose their quotation marks.
#
# Expected: browsers write the marks of <q> themselves, so a converter to Markdown or to text has to write them,
# as markdownify and html2text for Python and rehype-remark do.
# Seen: "She said <q>no</q>" becomes "She said no", with nothing that tells whose words they are.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    turndown@7.2.5 node-html-markdown@2.0.0 html-to-text@10.0.1 \
    unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdownify==1.2.3 html2text==2025.4.15
cat >"$work/try.mjs" <<'JS'
import { htmlToText } from "html-to-text";
import { NodeHtmlMarkdown } from "node-html-markdown";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkStringify from "remark-stringify";
import TurndownService from "turndown";
import { unified } from "unified";

const html = "<p>She said <q>no</q> and left.</p>";
const remark = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify);
console.log("turndown", new TurndownService().turndown(html));
console.log("node-html-markdown", NodeHtmlMarkdown.translate(html));
console.log("html-to-text", htmlToText(html));
console.log("rehype-remark", String(remark.processSync(html)).trim());
JS
{
    node "$work/try.mjs"
    "$work/venv/bin/python" - <<'PY'
import html2text
import markdownify

HTML = "<p>She said <q>no</q> and left.</p>"
print("markdownify", markdownify.markdownify(HTML).strip())
print("html2text", html2text.html2text(HTML).strip())
PY
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
turndown She said no and left.
node-html-markdown She said no and left.
html-to-text She said no and left.
rehype-remark She said "no" and left.
markdownify She said "no" and left.
html2text She said "no" and left.
SEEN
echo "as described"
