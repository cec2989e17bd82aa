#!/usr/bin/env bash
# marked-custom-heading-id 2.0.17: in a heading with an id of its own, links and code are shown as they are written.
#
# Expected: "## The *price* {#price}" is the heading that it is without the id, which is added; the documentation shows
# plain words.
# Seen: the words of such a heading are not read as Markdown: stars, backticks and the address of a link are on the page. A
# space is lost where the id is not at the end, "Ryebread", which it then is not meant to be.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" marked@16.4.0 marked-custom-heading-id@2.0.17 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Marked } from "marked";
import customHeadingId from "marked-custom-heading-id";

const marked = new Marked(customHeadingId());
for (const text of ["## The *price*", "## The *price* {#price}", "## Type `sow()` {#sow}", "## [Rye](https://rye.example/) {#rye}", "## Rye {#rye} bread"])
  console.log(text, "=>", marked.parse(text).trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
## The *price* => <h2>The <em>price</em></h2>
## The *price* {#price} => <h2 id="price">The *price*</h2>
## Type `sow()` {#sow} => <h2 id="sow">Type `sow()`</h2>
## [Rye](https://rye.example/) {#rye} => <h2 id="rye">[Rye](https://rye.example/)</h2>
## Rye {#rye} bread => <h2 id="rye">Ryebread</h2>
SEEN
echo "as described"
