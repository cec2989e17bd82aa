#!/usr/bin/env bash
# markdownify 1.2.3, node-html-markdown 2.0.0: code that shows a fence ends its own block.
#
# Expected (CommonMark 4.5): the fence around code is longer than any fence in it, as turndown and
# html-to-markdown write it.
# Seen: both write three backticks, whatever the code holds: a post that teaches Markdown loses the lines after
# its example's first fence from the block, and what follows is taken for Markdown.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    node-html-markdown@2.0.0 turndown@7.2.5 marked@15.0.12 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdownify==1.2.3 markdown-it-py==4.3.0
cat >"$work/page.html" <<'HTML'
<p>Write</p><pre><code>```
# a comment
```</code></pre><p>and save.</p>
HTML
cat >"$work/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import { marked } from "marked";
import { NodeHtmlMarkdown } from "node-html-markdown";
import TurndownService from "turndown";

const html = readFileSync("page.html", "utf8");
const show = (name, text) => console.log(name, JSON.stringify(marked(text)));
show("turndown", new TurndownService({ codeBlockStyle: "fenced" }).turndown(html));
show("node-html-markdown", NodeHtmlMarkdown.translate(html));
JS
{
    node "$work/try.mjs"
    "$work/venv/bin/python" - <<'PY'
import json
from pathlib import Path

import markdown_it
import markdownify

text = markdownify.markdownify(Path("page.html").read_text())
print("markdownify", json.dumps(markdown_it.MarkdownIt().render(text)))
PY
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
turndown "<p>Write</p>\n<pre><code>```\n# a comment\n```\n</code></pre>\n<p>and save.</p>\n"
node-html-markdown "<p>Write</p>\n<pre><code>\n</code></pre>\n<h1>a comment</h1>\n<pre><code>\n</code></pre>\n<p>and save.</p>\n"
markdownify "<p>Write</p>\n<pre><code></code></pre>\n<h1>a comment</h1>\n<pre><code></code></pre>\n<p>and save.</p>\n"
SEEN
echo "as described"
