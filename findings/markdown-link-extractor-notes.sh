#!/usr/bin/env bash
# markdown-link-extractor 4.0.4: a note that begins with a link is a broken link.
#
# Expected: the links of a text in GitHub's Markdown, which has notes; "[^1]: [Rye](https://rye.example/)" is a note with a
# link to that address. markdown-link-check, a program that looks for dead links, is built on the package.
# Seen: the note is taken for a reference, and its text for the address: "%5BRye%5D(https://rye.example/)", which is on no
# site, so that a check fails and does not look at the real one. A note of one word gives that word for an address; one of
# several words with a link among them is read as it was meant.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-link-extractor@4.0.4 >/dev/null
cat >"$work/try.cjs" <<'JS'
const extractLinks = require("markdown-link-extractor");

for (const text of [
  "Rye is [old](https://rye.example/old).",
  "Rye is old.[^1]\n\n[^1]: [Rye](https://rye.example/)",
  "Rye is old.[^1]\n\n[^1]: See [rye](https://rye.example/).",
  "Rye is old.[^1]\n\n[^1]: https://rye.example/",
  "Rye is old.[^1]\n\n[^1]: Oats",
]) console.log(JSON.stringify(text), "=>", JSON.stringify(extractLinks(text).links ?? extractLinks(text)));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye is [old](https://rye.example/old)." => ["https://rye.example/old"]
"Rye is old.[^1]\n\n[^1]: [Rye](https://rye.example/)" => ["%5BRye%5D(https://rye.example/)"]
"Rye is old.[^1]\n\n[^1]: See [rye](https://rye.example/)." => ["https://rye.example/"]
"Rye is old.[^1]\n\n[^1]: https://rye.example/" => ["https://rye.example/"]
"Rye is old.[^1]\n\n[^1]: Oats" => ["Oats"]
SEEN
echo "as described"
