#!/usr/bin/env bash
# remark-capitalize 1.1.0: in a heading, a word and the link or the code after it are one word.
#
# Expected: capitals change letters, not spaces: "Sow `rye` early" is three words as before. An abbreviation and a name
# keep their capitals, as title-case 4.3.2 leaves them.
# Seen: each piece of text between elements loses its spaces at both ends, so that "Sow `rye` early" reads "Sowryeearly",
# with the code in the middle; "NASA" becomes "Nasa", and "eBay" becomes "Ebay".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" remark-capitalize@1.1.0 remark-parse@11.0.0 \
  remark-rehype@11.1.2 rehype-stringify@10.0.1 unified@11.0.5 title-case@4.3.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import capitalize from "remark-capitalize";
import stringify from "rehype-stringify";
import markdown from "remark-parse";
import toHtml from "remark-rehype";
import { titleCase } from "title-case";
import { unified } from "unified";

const page = unified().use(markdown).use(capitalize).use(toHtml).use(stringify);
for (const heading of [
  "# Sow `rye` early",
  "# All about [winter rye](rye.html) and *oats* here",
  "# What NASA and eBay sow",
])
  console.log(`${page.processSync(heading)}\n  ${titleCase(heading)}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<h1>Sow<code>rye</code>Early</h1>
  # Sow `Rye` Early
<h1>All about<a href="rye.html">Winter Rye</a>And<em>Oats</em>Here</h1>
  # All About [Winter rye](rye.html) and *Oats* Here
<h1>What Nasa and Ebay Sow</h1>
  # What NASA and eBay Sow
SEEN
echo "as described"
