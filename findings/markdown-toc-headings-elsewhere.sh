#!/usr/bin/env bash
# markdown-toc 1.2.0: links to headings with letters beyond ASCII lead nowhere, and commented headings are listed.
#
# Expected: the anchors of GitHub, for whose pages the table is meant: a letter with a diacritic keeps it, as in
# rehype-slug 6.0.0. A table lists the headings that the page shows.
# Seen: "Über Öl" is linked as "#uber-ol", while the heading's anchor is "über-öl". A heading within a comment is in the
# table, and one of two lines, with "=" under them, is not.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-toc@1.2.0 remark-parse@11.0.0 \
  remark-rehype@11.1.2 rehype-slug@6.0.0 rehype-stringify@10.0.1 unified@11.0.5 >/dev/null
cat >"$work/page.md" <<'MD'
# Über Öl

## Café

<!--
## Not yet
-->

Sown early
and cut late
============

MD
cat >"$work/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import toc from "markdown-toc";
import slug from "rehype-slug";
import stringify from "rehype-stringify";
import markdown from "remark-parse";
import toHtml from "remark-rehype";
import { unified } from "unified";

const page = readFileSync("page.md", "utf-8");
console.log(toc(page).content);
console.log(String(unified().use(markdown).use(toHtml).use(slug).use(stringify).processSync(page)).trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
- [Über Öl](#uber-ol)
  * [Café](#cafe)
  * [Not yet](#not-yet)
<h1 id="über-öl">Über Öl</h1>
<h2 id="café">Café</h2>
<h1 id="sown-earlyand-cut-late">Sown early
and cut late</h1>
SEEN
echo "as described"
