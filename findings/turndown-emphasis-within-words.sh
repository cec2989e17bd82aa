#!/usr/bin/env bash
# turndown 7.2.5, markdownify 1.2.3: emphasis at a mark or within a word shows its asterisks and underscores.
#
# Expected: what is bold or in italics in HTML is so again once its Markdown is rendered.
# Seen: CommonMark (6.2) ends "**" after a mark only before a space or another mark, and "_" never within a word. So
# "<b>Note:</b>read" and "<b>注意：</b>文字", which Chinese and Japanese texts have all the time, become "**Note:**read"
# with four asterisks to see; turndown writes "un_believ_able" too, and <em>x</em><em>y</em> is "xy" with marks in it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" turndown@7.2.5 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdownify==1.2.3 cmarkgfm==2025.10.22
cat >"$work/try.cjs" <<'JS'
const TurndownService = require("turndown");

console.log(new TurndownService().turndown(process.argv[2]));
JS
cat >"$work/try.py" <<'PY'
import subprocess

import cmarkgfm
from markdownify import markdownify

for html in (
    "<p><strong>Note:</strong>read this</p>",
    "<p><strong>注意：</strong>文字</p>",
    "<p>これは<strong>「引用」</strong>です</p>",
    "<p>un<em>believ</em>able</p>",
    "<p><em>x</em><em>y</em></p>",
):
    turndown = subprocess.run(["node", "try.cjs", html], capture_output=True, text=True, check=True).stdout
    print(html)
    for name, markdown in ("turndown", turndown), ("markdownify", markdownify(html)):
        print(f"  {name:11}", cmarkgfm.markdown_to_html(markdown).strip())
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><strong>Note:</strong>read this</p>
  turndown    <p>**Note:**read this</p>
  markdownify <p>**Note:**read this</p>
<p><strong>注意：</strong>文字</p>
  turndown    <p>**注意：**文字</p>
  markdownify <p>**注意：**文字</p>
<p>これは<strong>「引用」</strong>です</p>
  turndown    <p>これは**「引用」**です</p>
  markdownify <p>これは**「引用」**です</p>
<p>un<em>believ</em>able</p>
  turndown    <p>un_believ_able</p>
  markdownify <p>un<em>believ</em>able</p>
<p><em>x</em><em>y</em></p>
  turndown    <p><em>x__y</em></p>
  markdownify <p><em>x**y</em></p>
SEEN
echo "as described"
