#!/usr/bin/env bash
# remark-wiki-link 2.0.1: "[[Why: rye]]" is shown as " rye", "[[Rye|bread]]" as written, and "[[C# notes]]" leads to "c".
#
# Expected: a link of a wiki is shown as its name, or as what stands behind the bar, in Obsidian, Foam and MediaWiki; a sign
# that ends a path is encoded in an address (RFC 3986, 3.5).
# Seen: by default a colon parts the name from the label, so that a title with a colon loses its beginning, on the page and in
# the address; a bar is part of the name; "#" stays, and what follows it is a part of another page.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 remark-wiki-link@2.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import parse from "remark-parse";
import wikiLink from "remark-wiki-link";
import toHtml from "remark-rehype";
import write from "rehype-stringify";

const page = unified().use(parse).use(wikiLink.default ?? wikiLink, { hrefTemplate: (link) => `/${link}` }).use(toHtml).use(write);
for (const text of ["[[Rye]]", "[[Why: rye]]", "[[Rye|bread]]", "[[C# notes]]", "[[Why rye?]]"])
  console.log(`${text} -> ${page.processSync(text)}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[[Rye]] -> <p><a class="internal new" href="/rye">Rye</a></p>
[[Why: rye]] -> <p><a class="internal new" href="/why"> rye</a></p>
[[Rye|bread]] -> <p><a class="internal new" href="/rye|bread">Rye|bread</a></p>
[[C# notes]] -> <p><a class="internal new" href="/c#_notes">C# notes</a></p>
[[Why rye?]] -> <p><a class="internal new" href="/why_rye?">Why rye?</a></p>
SEEN
echo "as described"
