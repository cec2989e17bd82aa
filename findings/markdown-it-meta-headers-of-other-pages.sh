#!/usr/bin/env bash
# markdown-it-meta 0.0.1: a page without a header has that of the page before it, its title and its draft mark included.
#
# Expected: after render(), "md.meta" is what the header of that page says; for a page without one it is empty, as it is
# before the first page.
# Seen: it stays as it was: of a folder of posts, each without a header takes the title, the date and the tags of the post
# rendered before it. A page that begins with a rule loses all text up to the next rule, which becomes its header.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-it@14.3.3 markdown-it-meta@0.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import meta from "markdown-it-meta";

const md = MarkdownIt().use(meta);
const pages = ["First.", "---\ntitle: Rye\ndraft: true\n---\nSecond.", "Third.", "---\n\nFourth.\n\n---\n\nIts end.", "Fifth."];
for (const page of pages) console.log(JSON.stringify([page, md.render(page), md.meta]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["First.","<p>First.</p>\n",{}]
["---\ntitle: Rye\ndraft: true\n---\nSecond.","<p>Second.</p>\n",{"title":"Rye","draft":true}]
["Third.","<p>Third.</p>\n",{"title":"Rye","draft":true}]
["---\n\nFourth.\n\n---\n\nIts end.","<p>Its end.</p>\n","Fourth."]
["Fifth.","<p>Fifth.</p>\n","Fourth."]
SEEN
echo "as described"
