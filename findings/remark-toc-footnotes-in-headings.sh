#!/usr/bin/env bash
# remark-toc 9.0.0 with rehype-slug 6.0.0: the link to a heading that has a footnote leads nowhere.
#
# Expected: remark-toc's README says that rehype-slug makes the ids that its links need.
# Seen: "## Oats[^1]" has the id "oats1", with the number of its footnote, and the link leads to "oats"; tags of HTML,
# as in "H<sub>2</sub>O", are in the link and not in the id. Headings of one name are counted alike in both.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" unified@11.0.5 remark-parse@11.0.0 \
    remark-gfm@4.0.1 remark-toc@9.0.0 remark-rehype@11.1.2 rehype-raw@7.0.0 rehype-slug@6.0.0 \
    rehype-stringify@10.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import rehypeRaw from "rehype-raw";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import remarkToc from "remark-toc";
import { unified } from "unified";

async function show(name, markdown) {
  const html = String(await unified().use(remarkParse).use(remarkGfm).use(remarkToc)
    .use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).use(rehypeSlug).use(rehypeStringify)
    .process(`## Contents\n\n## Rye\n\n${markdown}`));
  const links = [...html.matchAll(/href="#(?!user)([^"]*)"/g)].map(([, id]) => id);
  const ids = [...html.matchAll(/<h[1-6] id="(?!contents|footnote-label)([^"]*)"/g)].map(([, id]) => id);
  console.log(name.padEnd(8), "links to", links.join(" "), "| headings are", ids.join(" "));
}

await show("plain", "## Notes\n\n## Notes\n");
await show("footnote", "## Oats[^1]\n\n[^1]: A grain.\n");
await show("HTML", "## H<sub>2</sub>O\n");
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
plain    links to rye notes notes-1 | headings are rye notes notes-1
footnote links to rye oats | headings are rye oats1
HTML     links to rye hsub2subo | headings are rye h2o
SEEN
echo "as described"
