#!/usr/bin/env bash
# markdown-it-header-sections 1.0.0: a quotation that has a heading ends before it, and the section around it, too.
#
# Expected: a section goes from a heading to the next one of the same level; what is within a quotation or an item of a
# list is part of it and of the section around it, as with remark-sectionize 2.1.0.
# Seen: a heading in a quotation closes the sections of the page, inside the quotation. A browser ends the quotation
# with them (HTML, 13.2.6.4.7): the quoted heading and its text are no longer quoted, and what follows is in no section.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  markdown-it@14.1.0 markdown-it-header-sections@1.0.0 remark@15.0.1 remark-sectionize@2.1.0 remark-html@16.0.1 parse5@8.0.0 >/dev/null
printf '# News\n\n> Ann wrote:\n>\n> # Rye\n>\n> It is tall.\n\nMy own words.\n' >"$work/page.md"
cat >"$work/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import sections from "markdown-it-header-sections";
import { parseFragment } from "parse5";
import { remark } from "remark";
import html from "remark-html";
import sectionize from "remark-sectionize";

const page = readFileSync("page.md", "utf-8");

function outline(node, around) {
  for (const child of node.childNodes ?? [])
    if (child.nodeName === "#text" && child.value.trim()) console.log(`  ${child.value.trim()} (in: ${around || "nothing"})`);
    else outline(child, ["section", "blockquote"].includes(child.nodeName) ? `${around} ${child.nodeName}`.trim() : around);
}

console.log("markdown-it-header-sections:");
outline(parseFragment(new MarkdownIt().use(sections).render(page)), "");
console.log("remark-sectionize:");
outline(parseFragment(String(await remark().use(sectionize).use(html, { sanitize: false }).process(page))), "");
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
markdown-it-header-sections:
  News (in: section)
  Ann wrote: (in: section blockquote)
  Rye (in: section)
  It is tall. (in: section)
  My own words. (in: nothing)
remark-sectionize:
  News (in: section)
  Ann wrote: (in: section blockquote)
  Rye (in: section blockquote)
  It is tall. (in: section blockquote)
  My own words. (in: section)
SEEN
echo "as described"
