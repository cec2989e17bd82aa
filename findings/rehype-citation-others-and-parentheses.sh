#!/usr/bin/env bash
# rehype-citation 2.3.2: “and others” is a person of that name, and (@lee) in parentheses is no citation.
#
# Expected: APA writes “Lee et al.” for an author “and others” (BibTeX); @lee after a parenthesis cites, as in Pandoc,
# and a citation with an emphasised word in its brackets is one.
# Seen: the page says “Lee & others”. “(@lee)” stays as typed. Brackets with emphasis are shown, and the place within
# the book is no part of the citation.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rehype-citation@2.3.2 unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { writeFileSync } from "node:fs";
import { unified } from "unified";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import rehypeCitation from "rehype-citation";
import rehypeStringify from "rehype-stringify";

writeFileSync(
  "quay.bib",
  "@book{oil, author={Berg, Bo}, title={Oil}, year={2020}}\n@book{lee, author={Lee, Ann and others}, title={Glass}, year={1999}}\n",
);
const page = unified()
  .use(remarkParse)
  .use(remarkRehype)
  .use(rehypeCitation.default ?? rehypeCitation, { bibliography: "quay.bib", path: process.cwd(), suppressBibliography: true })
  .use(rehypeStringify);
for (const text of ["See [@oil, p. 5].", "See [@lee].", "It shines (@oil).", "See [@oil, p. 5, *passim*]."]) {
  console.log(String(await page.process(text)).replace(/<\/?span[^>]*>/g, ""));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>See (Berg, 2020, p. 5).</p>
<p>See (Lee &#x26; others, 1999).</p>
<p>It shines (@oil).</p>
<p>See [@oil, p. 5, <em>passim</em>].</p>
SEEN
echo "as described"
