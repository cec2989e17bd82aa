#!/usr/bin/env bash
# @astrojs/markdown-remark 7.3.1: in a table of contents, "Sets {1, 2}" is "Sets ${1, 2}", and a heading in HTML is not there.
#
# Expected: the list of a page's headings, of which Astro's sites make their tables of contents, has the words that the
# headings show; Markdown has no variables. Headings may be written as HTML (CommonMark 0.31.2, 4.6).
# Seen: a brace in the text of a heading gets a dollar sign before it in the list, not on the page; within code it is as it
# was. The heading "Footnotes", which only screen readers are meant to hear, is in the list.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  @astrojs/markdown-remark@7.3.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createMarkdownProcessor } from "@astrojs/markdown-remark";

const processor = await createMarkdownProcessor({});
for (const text of ["## Sets {1, 2}", "## Type `{name}`", "## Rye {#rye}", "<h2>Rye</h2>\n\n## Oats", "Rye.[^1]\n\n[^1]: Or oats."]) {
  const { code, metadata } = await processor.render(text);
  console.log(JSON.stringify(text), "=>", code.match(/<h2[^>]*>.*?<\/h2>/g).join(" "), "| list:", metadata.headings.map((heading) => heading.text).join(", "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"## Sets {1, 2}" => <h2 id="sets-1-2">Sets {1, 2}</h2> | list: Sets ${1, 2}
"## Type `{name}`" => <h2 id="type-name">Type <code>{name}</code></h2> | list: Type {name}
"## Rye {#rye}" => <h2 id="rye-rye">Rye {#rye}</h2> | list: Rye ${#rye}
"<h2>Rye</h2>\n\n## Oats" => <h2>Rye</h2> <h2 id="oats">Oats</h2> | list: Oats
"Rye.[^1]\n\n[^1]: Or oats." => <h2 class="sr-only" id="footnote-label">Footnotes</h2> | list: Footnotes
SEEN
echo "as described"
