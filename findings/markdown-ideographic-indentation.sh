#!/usr/bin/env bash
# markdown-it-py 4.3.0, mistletoe 1.6.0, commonmark 0.31.2 (npm): the indentation of a Chinese paragraph is gone.
#
# Expected (CommonMark 0.31.2, 4.8): spaces and tabs at the start of a paragraph are removed, and nothing else. Chinese
# and Japanese paragraphs begin with one or two ideographic spaces (U+3000), and headings are widened with them.
# Seen: everything that counts as white space in Unicode is removed, no-break spaces too, but only from the first line
# (mistletoe: from each). So does the reference implementation in JavaScript. markdown-it, marked and remark keep it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" commonmark@0.31.2 markdown-it@15.0.3 marked@16.0.0 \
  remark@15.0.1 remark-html@16.0.1 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mistletoe==1.6.0
cat >"$work/try.mjs" <<'JS'
import { HtmlRenderer, Parser } from "commonmark";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import { remark } from "remark";
import remarkHtml from "remark-html";

const text = "　　黑麦\n　　燕麦\n";
const html = {
  "markdown-it": new MarkdownIt().render(text),
  marked: marked(text),
  remark: String(await remark().use(remarkHtml).process(text)),
  commonmark: new HtmlRenderer().render(new Parser().parse(text)),
};
for (const [name, result] of Object.entries(html)) console.log(name, JSON.stringify(result.trim()));
JS
cat >"$work/try.py" <<'PY'
import json

import mistletoe
from markdown_it import MarkdownIt

text = "　　黑麦\n　　燕麦\n"
for name, result in {"markdown-it-py": MarkdownIt().render(text), "mistletoe": mistletoe.markdown(text)}.items():
    print(name, json.dumps(result.strip(), ensure_ascii=False))
PY
{
  node "$work/try.mjs"
  "$work/venv/bin/python" "$work/try.py"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
markdown-it "<p>　　黑麦\n　　燕麦</p>"
marked "<p>　　黑麦\n　　燕麦</p>"
remark "<p>　　黑麦\n　　燕麦</p>"
commonmark "<p>黑麦\n　　燕麦</p>"
markdown-it-py "<p>黑麦\n　　燕麦</p>"
mistletoe "<p>黑麦\n燕麦</p>"
SEEN
echo "as described"
