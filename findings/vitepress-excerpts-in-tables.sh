#!/usr/bin/env bash
# VitePress 1.6.4: the excerpt of a post with a table ends within the table, and "C---" ends one, too.
#
# Expected: createContentLoader with "excerpt: true" takes what stands before the first "---", which the documentation
# calls a separator: a line of its own, as a rule is in Markdown, and as Jekyll has it for front matter.
# Seen: the first three hyphens anywhere end the excerpt: those of the line below a table's heading, of a dash that is typed
# with three, of a comment in code. What is left of the table is shown with its pipes, a fence that is cut has no end.
# A heading that is underlined is a paragraph.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" vitepress@1.6.4 >/dev/null
mkdir posts
printf 'Prices of grain:\n\n| grain | pence |\n| --- | --- |\n| rye | 2 |\n\nAll for a pound.\n\n---\n\nThe rest.\n' >posts/table.md
printf 'Rye is tall---taller than oats.\n\n---\n\nThe rest.\n' >posts/dash.md
printf 'When to sow\n---\n\nIn October.\n\n---\n\nThe rest.\n' >posts/heading.md
printf 'Type:\n\n```sql\nSELECT 1; --- one\n```\n\n---\n\nThe rest.\n' >posts/code.md
printf 'Rye is tall.\n\n---\n\nThe rest.\n' >posts/rule.md
cat >try.mjs <<'JS'
import { readdirSync } from "node:fs";
import { createContentLoader, resolveConfig } from "vitepress";

globalThis.VITEPRESS_CONFIG = await resolveConfig(".");
const files = readdirSync("posts").map((name) => `${process.cwd()}/posts/${name}`);
const posts = await createContentLoader("posts/*.md", { excerpt: true }).load(files);
for (const { url, excerpt } of posts.sort((one, other) => one.url.localeCompare(other.url)))
  console.log(url, JSON.stringify(excerpt.replace(/ (?:class|style|tabindex|v-pre)="[^"]*"/g, "")));
process.exit(0);
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
/posts/code.html "<p>Type:</p>\n<div><button title=\"Copy Code\"></button><span>sql</span><pre><code><span><span>SELECT</span><span> 1</span><span>;</span></span></code></pre>\n</div>"
/posts/dash.html "<p>Rye is tall</p>\n"
/posts/heading.html "<p>When to sow</p>\n"
/posts/rule.html "<p>Rye is tall.</p>\n"
/posts/table.html "<p>Prices of grain:</p>\n<p>| grain | pence |\n|</p>\n"
SEEN
echo "as described"
