#!/usr/bin/env bash
# @tryghost/kg-markdown-html-renderer 7.1.8: two headings of one name have one id, and so have "C++" and "C#".
#
# Expected (HTML, 3.2.6): an id is there once in a page, so that a link leads to its heading, as markdown-it-anchor
# 10.0.0 and GitHub number them: "sources", "sources-1".
# Seen: in Ghost's Markdown cards, "## Sources" at the end of each of two parts has the id "sources" twice: a link to
# the second, in a table of contents or as a reader shares it, leads to the first.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  @tryghost/kg-markdown-html-renderer@7.1.8 markdown-it@14.1.0 markdown-it-anchor@10.0.0 >/dev/null
cat >"$work/page.md" <<'MD'
# Rye

## Sources

# Oats

## Sources

# C++

# C#
MD
cat >"$work/try.cjs" <<'JS'
const { readFileSync } = require("node:fs");
const { render } = require("@tryghost/kg-markdown-html-renderer");
const MarkdownIt = require("markdown-it");
const anchor = require("markdown-it-anchor");

const page = readFileSync("page.md", "utf-8");
const pages = { "in Ghost": render(page), "markdown-it-anchor": new MarkdownIt().use(anchor.default ?? anchor).render(page) };
for (const [name, html] of Object.entries(pages)) console.log(`${name}: ${[...html.matchAll(/ id="(.*?)"/g)].map((found) => found[1]).join(" ")}`);
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
in Ghost: rye sources oats sources c c
markdown-it-anchor: rye sources oats sources-1 c%2B%2B c%23
SEEN
echo "as described"
