#!/usr/bin/env bash
# markdown-it-toc 1.1.0, markdown-it-github-toc 3.2.4: a table of contents shows the marks of Markdown in its headings.
# Expected: an entry has the words of its heading, as a reader sees them: "The price rises" of "The `price` *rises*".
# Seen: both write the heading as it is typed, with backticks, stars, and the brackets and address of a link; markdown-it-toc
# numbers ids by the place of a heading in the page, so that a paragraph before it changes its address.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-it@14.1.0 markdown-it-toc@1.1.0 markdown-it-github-toc@3.2.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import markdownIt from "markdown-it";
import githubToc from "markdown-it-github-toc";
import toc from "markdown-it-toc";

const page = "## The `price` *rises*\n\n## [Rye](rye.md) &copy;\n";
for (const [name, plugin, mark] of [["markdown-it-toc", toc, "@[toc](Contents)"], ["markdown-it-github-toc", githubToc.default ?? githubToc, "[toc]"]])
  for (const before of ["", "Sow.\n\n"]) {
    const html = markdownIt().use(plugin).render(`${mark}\n\n${before}${page}`);
    console.log(name, JSON.stringify([...html.matchAll(/<li>\s*<a href="(.*?)">(.*?)<\/a>/g)].map(([, link, words]) => `${words} (${link})`)));
  }
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
markdown-it-toc ["The `price` *rises* (#The_price_rises_2)","[Rye](rye.md) &copy; (#Ryeryemd_copy_4)"]
markdown-it-toc ["The `price` *rises* (#The_price_rises_4)","[Rye](rye.md) &copy; (#Ryeryemd_copy_6)"]
markdown-it-github-toc ["The `price` *rises* (#the-price-rises)","[Rye](rye.md) &copy; (#rye)"]
markdown-it-github-toc ["The `price` *rises* (#the-price-rises)","[Rye](rye.md) &copy; (#rye)"]
SEEN
echo "as described"
