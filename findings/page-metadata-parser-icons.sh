#!/usr/bin/env bash
# page-metadata-parser 1.1.4: the icon of a page that names none is looked for in the folder of the page.
#
# Expected: a page without an icon of its own has the one at "/favicon.ico" (HTML, 4.6.7.8), at the root of its host.
# Seen: in a folder, the icon is ".../2024/favicon.ico", which is not there, so that previews of a site's posts have none.
# "rye-mill" is the name of a site that gives none, whatever stands before and after it in the address.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" page-metadata-parser@1.1.4 jsdom@26.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { JSDOM } from "jsdom";
import { getMetadata } from "page-metadata-parser";

for (const address of ["https://rye.example/", "https://rye.example/oats", "https://rye.example/2024/oats", "https://www.rye-mill.example/blog/2024/oats"]) {
  const { icon, provider } = getMetadata(new JSDOM("<title>Oats</title>").window.document, address);
  console.log(address, icon, provider);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://rye.example/ https://rye.example/favicon.ico rye
https://rye.example/oats https://rye.example/favicon.ico rye
https://rye.example/2024/oats https://rye.example/2024/favicon.ico rye
https://www.rye-mill.example/blog/2024/oats https://www.rye-mill.example/blog/2024/favicon.ico rye-mill
SEEN
echo "as described"
