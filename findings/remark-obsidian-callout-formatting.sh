#!/usr/bin/env bash
# remark-obsidian-callout 1.5.1: links, emphasis and code in a callout become plain words.
#
# Expected: the title and the first paragraph of a callout are Markdown, as Obsidian shows them, and as its second
# paragraph is with this plugin, too.
# Seen: they are taken as text: emphasis and code are lost, and a link keeps its words and loses its address.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" unified@11.0.5 remark-parse@11.0.0 \
  remark-obsidian-callout@1.5.1 remark-rehype@11.1.2 rehype-stringify@10.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import rehypeStringify from "rehype-stringify";
import * as calloutModule from "remark-obsidian-callout";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const callout = calloutModule.default?.default ?? calloutModule.default;
const processor = unified()
  .use(remarkParse)
  .use(callout)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });
const part = "*rye*, [oats](oats.html) and `mill`";
const html = String(await processor.process(`> [!note] Title ${part}\n> First ${part}\n>\n> Second ${part}\n`));
for (const word of ["Title", "First", "Second"]) console.log(html.match(new RegExp(`${word} .*?(?=</div>|</p>)`, "s"))[0]);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Title rye, oats and mill
First rye, oats and mill
Second <em>rye</em>, <a href="oats.html">oats</a> and <code>mill</code>
SEEN
echo "as described"
