#!/usr/bin/env bash
# agentmarkdown 6.0.0: "2024. A dry year" becomes a list, lists count from 1, and cells of a table are one word.
#
# Expected ("accurate … HTML-to-markdown converter"): plain words stay plain words, with a backslash where Markdown would
# take them for marks; a list begins with its number; cells are apart.
# Seen: nothing is escaped: a sentence that begins with a year is an item, "# 1 of 3" a heading, "<b>" a tag. A table is
# "RyeOats12", struck words have one tilde and a term joins what it means. A heading with a line break is torn.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" agentmarkdown@6.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { AgentMarkdown } from "agentmarkdown";

const pages = [
  "<p>2024. A dry year.</p>", "<p># 1 of 3</p>", "<p>Use &lt;b&gt; and *stars*.</p>", '<ol start="3"><li>Rye</li></ol>',
  "<table><tr><td>Rye</td><td>Oats</td></tr><tr><td>1</td><td>2</td></tr></table>", "<del>old</del>",
  "<dl><dt>Rye</dt><dd>A grain.</dd></dl>", "<h1>Rye<br>bread</h1>",
];
for (const page of pages) console.log(JSON.stringify([page, await AgentMarkdown.produce(page)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["<p>2024. A dry year.</p>","2024. A dry year."]
["<p># 1 of 3</p>","# 1 of 3"]
["<p>Use &lt;b&gt; and *stars*.</p>","Use <b> and *stars*."]
["<ol start=\"3\"><li>Rye</li></ol>","1. Rye"]
["<table><tr><td>Rye</td><td>Oats</td></tr><tr><td>1</td><td>2</td></tr></table>","RyeOats12"]
["<del>old</del>","~old~"]
["<dl><dt>Rye</dt><dd>A grain.</dd></dl>","Rye\nA grain."]
["<h1>Rye<br>bread</h1>","# Rye\nbread #"]
SEEN
echo "as described"
