#!/usr/bin/env bash
# pagefind 1.6.0: words of terms, summaries and cells are not found in a page without spaces between its tags.
#
# Expected: a cell, a term and its description, a caption and a summary are boxes of their own, as items of a list are: the
# words of two are two words, also when a minifier has taken the line ends between their tags.
# Seen: a term joins its description, and a summary what follows it, into one word of the index, which nobody looks
# for. Where end tags are left out, as HTML allows (13.1.2.4) and minifiers do, the cells of a table are one word, too. Items
# are parted in each case, and with a line end between the tags all words are found.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" pagefind@1.6.0 >/dev/null
mkdir site
PARTS='<ul> <li>spelt</li> <li>emmer</li> </ul> <dl> <dt>rye</dt> <dd>grain</dd> </dl>
<table> <caption>Prices</caption> <tr> <td>oats</td> <td>twopence</td> </tr> </table>
<details> <summary>More</summary> barley </details>'
page() { echo "<!DOCTYPE html><html lang=\"en\"><head><title>$1</title></head><body><h1>$1</h1>$2</body></html>" >site/$1.html; }
page minified "$(tr '\n' ' ' <<<"$PARTS" | sed 's/> */>/g; s/ *</</g')"
page without-end-tags "$(tr '\n' ' ' <<<"$PARTS" | sed 's/> */>/g; s/ *</</g; s/<.\(dt\|dd\|td\|tr\|li\)>//g')"
page spaced "$PARTS"
"$work/node_modules/.bin/pagefind" --site site >/dev/null
cat >"$work/try.mjs" <<'JS'
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";

// Pagefind's own search, as in a browser: what it asks of a page is its language, and its files by HTTP.
const server = createServer((request, response) => {
  const file = `site${new URL(request.url, "http://localhost").pathname}`;
  response.statusCode = existsSync(file) ? 200 : 404;
  response.end(response.statusCode === 200 ? readFileSync(file) : "");
}).listen(0, "127.0.0.1");
await once(server, "listening");
const root = `http://127.0.0.1:${server.address().port}`;
globalThis.window = globalThis;
globalThis.location = new URL(root);
globalThis.document = { querySelector: () => ({ getAttribute: () => "en" }), currentScript: null };
const plainFetch = fetch;
globalThis.fetch = (address, options) => plainFetch(new URL(address, root), options);
const pagefind = await import(`data:text/javascript;base64,${readFileSync("site/pagefind/pagefind.js", "base64")}`);
await pagefind.options({ basePath: "/pagefind/", baseUrl: "/", noWorker: true });
await pagefind.init();
for (const word of ["spelt", "emmer", "rye", "grain", "Prices", "oats", "twopence", "More", "barley"]) {
  const results = (await pagefind.search(`"${word}"`)).results;
  const pages = await Promise.all(results.map((result) => result.data()));
  console.log(word, pages.map((page) => page.url).sort().join(" "));
}
server.close();
process.exit(0);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
spelt /minified.html /spaced.html /without-end-tags.html
emmer /minified.html /spaced.html /without-end-tags.html
rye /spaced.html
grain /spaced.html
Prices /minified.html /spaced.html
oats /minified.html /spaced.html
twopence /minified.html /spaced.html
More /spaced.html
barley /spaced.html
SEEN
echo "as described"
