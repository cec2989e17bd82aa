#!/usr/bin/env bash
# turndown-plugin-gfm 1.0.2: words of a table are gone at a "|", at a line break, and below a heading of two columns.
#
# Expected: "|" in a cell is escaped, in code, too (GitHub's Markdown, 4.10); a break becomes <br> or a space; a cell of
# two columns leaves an empty one beside it. @joplin/turndown-plugin-gfm 1.0.64 escapes the bar.
# Seen: none of it: GitHub takes the rest of the row for cells that have no heading, and drops them; a break ends the
# row, and two paragraphs in a cell end the table. A task whose box is in a <label> has no box.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" turndown@7.2.5 turndown-plugin-gfm@1.0.2 \
    @joplin/turndown-plugin-gfm@1.0.64 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cmarkgfm==2025.10.22
cat >"$work/try.cjs" <<'JS'
const TurndownService = require("turndown");

const html = require("node:fs").readFileSync(0, "utf8");
const convert = (plugin) => new TurndownService().use(require(plugin).gfm).turndown(html);
console.log(JSON.stringify(["turndown-plugin-gfm", "@joplin/turndown-plugin-gfm"].map(convert)));
JS
cat >"$work/try.py" <<'PY'
import json
import re
import subprocess

import cmarkgfm

TABLE = "<table><thead><tr>{}</tr></thead><tbody><tr>{}</tr></tbody></table>"
for html in (
    TABLE.format("<th>Do</th><th>Note</th>", "<td><code>mill | bake</code></td><td>slowly</td>"),
    TABLE.format("<th>Do</th><th>Note</th>", "<td>mill<br>bake</td><td>slowly</td>"),
    TABLE.format('<th colspan="2">Bread</th>', "<td>rye</td><td>oats</td>"),
    '<ul><li><label><input type="checkbox" checked> mill</label></li></ul>',
):
    run = subprocess.run(["node", "try.cjs"], input=html, capture_output=True, text=True, check=True)
    plain, joplin = json.loads(run.stdout)
    print(repr(plain))
    print("   ", re.sub(r"\s*\n\s*", " ", cmarkgfm.github_flavored_markdown_to_html(plain)).strip())
    print("    Joplin's:", repr(joplin)) if "|" in html else None
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
'| Do | Note |\n| --- | --- |\n| `mill | bake` | slowly |'
    <table> <thead> <tr> <th>Do</th> <th>Note</th> </tr> </thead> <tbody> <tr> <td>`mill</td> <td>bake`</td> </tr> </tbody> </table>
    Joplin's: '| Do  | Note |\n| --- | --- |\n| `mill \\| bake` | slowly |'
'| Do | Note |\n| --- | --- |\n| mill  \nbake | slowly |'
    <table> <thead> <tr> <th>Do</th> <th>Note</th> </tr> </thead> <tbody> <tr> <td>mill</td> <td></td> </tr> <tr> <td>bake</td> <td>slowly</td> </tr> </tbody> </table>
'| Bread |\n| --- |\n| rye | oats |'
    <table> <thead> <tr> <th>Bread</th> </tr> </thead> <tbody> <tr> <td>rye</td> </tr> </tbody> </table>
'*    mill'
    <ul> <li>mill</li> </ul>
SEEN
echo "as described"
