#!/usr/bin/env bash
# turndown 7.2.5, turnish 1.12.2: lines of code that <br> parts are one line; a plain address gets backslashes.
#
# Expected: <br> in <pre><code>, as editors in browsers write lines of code, ends a line, as in a browser and with
# node-html-markdown; "https://rye.example/a_b_c" in a text leads to the same page afterwards.
# Seen: "mill ryebake bread" in one line. Underscores of the address are escaped, and GitHub's Markdown, which makes
# links of plain addresses, takes the backslashes along: a%5C_b%5C_c. node-html-markdown and markdownify 1.2.3 do so.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" turndown@7.2.5 turnish@1.12.2 \
    node-html-markdown@2.0.0 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdownify==1.2.3 cmarkgfm==2025.10.22
cat >"$work/try.cjs" <<'JS'
const { NodeHtmlMarkdown } = require("node-html-markdown");
const TurndownService = require("turndown");
const { default: Turnish } = require("turnish");

const html = require("node:fs").readFileSync(0, "utf8");
const results = {
  turndown: new TurndownService({ codeBlockStyle: "fenced" }).turndown(html),
  turnish: new Turnish().render(html),
  "node-html-markdown": NodeHtmlMarkdown.translate(html),
};
console.log(JSON.stringify(results));
JS
cat >"$work/try.py" <<'PY'
import json
import subprocess

import cmarkgfm
from markdownify import markdownify

for html in ("<pre><code>mill rye<br>bake bread</code></pre>", "<p>See https://rye.example/a_b_c first.</p>"):
    run = subprocess.run(["node", "try.cjs"], input=html, capture_output=True, text=True, check=True)
    for name, markdown in {**json.loads(run.stdout), "markdownify": markdownify(html)}.items():
        print(f"{name:18}", repr(markdown.strip()), cmarkgfm.github_flavored_markdown_to_html(markdown).strip())
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
turndown           '```\nmill ryebake bread\n```' <pre><code>mill ryebake bread
</code></pre>
turnish            '```\nmill ryebake bread\n```' <pre><code>mill ryebake bread
</code></pre>
node-html-markdown '```\nmill rye\nbake bread\n```' <pre><code>mill rye
bake bread
</code></pre>
markdownify        '```\nmill rye  \nbake bread\n```' <pre><code>mill rye  
bake bread
</code></pre>
turndown           'See https://rye.example/a\\_b\\_c first.' <p>See <a href="https://rye.example/a%5C_b%5C_c">https://rye.example/a\_b\_c</a> first.</p>
turnish            'See https://rye.example/a\\_b\\_c first.' <p>See <a href="https://rye.example/a%5C_b%5C_c">https://rye.example/a\_b\_c</a> first.</p>
node-html-markdown 'See https://rye.example/a\\_b\\_c first.' <p>See <a href="https://rye.example/a%5C_b%5C_c">https://rye.example/a\_b\_c</a> first.</p>
markdownify        'See https://rye.example/a\\_b\\_c first.' <p>See <a href="https://rye.example/a%5C_b%5C_c">https://rye.example/a\_b\_c</a> first.</p>
SEEN
echo "as described"
