#!/usr/bin/env bash
# @inkdropapp/html2markdown 4.0.0: line breaks become spaces: a poem is one line, and so is an address.
#
# Expected: <br> becomes a hard line break of Markdown, as with rehype-remark 10.0.1, which it builds on.
# Seen: a space. The captions of tables vanish in both; a recording becomes nothing, or a link that has no words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @inkdropapp/html2markdown@4.0.0 \
    unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-gfm@4.0.1 remark-stringify@11.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { html2Markdown } from "@inkdropapp/html2markdown";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const remark = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkGfm).use(remarkStringify);
for (const html of [
  "<p>Roses are red,<br>violets are blue.</p>",
  "<address>Ann Li<br>1 Mill Lane</address>",
  "<table><caption>Prices of 2024</caption><tr><th>Rye</th></tr><tr><td>3</td></tr></table>",
  '<p>Listen: <audio src="https://rye.example/mill.mp3" controls></audio></p>',
]) {
  console.log("html2markdown", JSON.stringify(await html2Markdown(html)));
  console.log("rehype-remark", JSON.stringify(String(await remark.process(html))));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
html2markdown "Roses are red, violets are blue.\n"
rehype-remark "Roses are red,\\\nviolets are blue.\n"
html2markdown "Ann Li 1 Mill Lane\n"
rehype-remark "Ann Li\\\n1 Mill Lane\n"
html2markdown "| Rye |\n| --- |\n| 3   |\n"
rehype-remark "| Rye |\n| --- |\n| 3   |\n"
html2markdown "Listen:&#x20;\n"
rehype-remark "Listen: [](https://rye.example/mill.mp3)\n"
SEEN
echo "as described"
