#!/usr/bin/env bash
# markdown-it-attrs 5.0.1: words in braces at the end of a line are no longer on the page.
#
# Expected: what is no list of attributes (".class", "#id", "key=value") is text; pandoc, which the plugin follows,
# shows "The set is {1, 2}", and so does Python-Markdown 3.11.3 with attr_list.
# Seen: whatever stands in braces at the end of a paragraph, heading, item or cell becomes an attribute without a
# value: "{1, 2}" is gone, and <p> has one that is named "1,". With a full stop behind it, it stays. In headings
# Python-Markdown does the same.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-it@15.0.3 markdown-it-attrs@5.0.1 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3
cat >"$work/texts.json" <<'JSON'
["The set is {1, 2}", "The set is {1, 2}.", "# Bread {rye or oats}", "- Dear {name}"]
JSON
cat >"$work/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import attrs from "markdown-it-attrs";

const markdown = new MarkdownIt().use(attrs);
for (const text of JSON.parse(readFileSync("texts.json", "utf-8")))
  console.log(markdown.render(text).replaceAll("\n", ""));
JS
cat >"$work/try.py" <<'PY'
import json

import markdown

with open("texts.json", encoding="utf-8") as file:
    for text in json.load(file):
        print("Python-Markdown:", markdown.markdown(text, extensions=["attr_list"]).replace("\n", ""))
PY
{
  node "$work/try.mjs"
  "$work/venv/bin/python" "$work/try.py"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p 1,="" 2="">The set is</p>
<p>The set is {1, 2}.</p>
<h1 rye="" or="" oats="">Bread</h1>
<ul><li name="">Dear</li></ul>
Python-Markdown: <p>The set is {1, 2}</p>
Python-Markdown: <p>The set is {1, 2}.</p>
Python-Markdown: <h1 oats or rye>Bread</h1>
Python-Markdown: <ul><li>Dear {name}</li></ul>
SEEN
echo "as described"
