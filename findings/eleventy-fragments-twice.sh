#!/usr/bin/env bash
# Eleventy 3.1.8: "/rye/#Größe" becomes "/rye/#Größe#Gr%C3%B6%C3%9Fe", and leads to no part of the page.
#
# Expected: the plugin that turns the path of a source into the address of its page (InputPathToUrlTransformPlugin) changes
# the path of such a link, and leaves the others alone; a fragment may have any letters in HTML, and browsers encode it.
# Seen: the fragment or the query of every link within the site is read in its encoded form, and as the link does not end
# with that, it is added once more: the link leads to the top of the page, as no heading has such an id. Links to
# headings that are written in ASCII, or encoded, are right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 >/dev/null
cat >eleventy.config.mjs <<'JS'
import { InputPathToUrlTransformPlugin } from "@11ty/eleventy";

export default function (config) {
  config.addPlugin(InputPathToUrlTransformPlugin);
}
JS
mkdir site
printf '<h2 id="Größe">Größe</h2><h2 id="sow">Sow</h2>\n' >site/rye.html
cat >site/links.html <<'HTML'
<a href="/rye/#Größe">a page</a>
<a href="rye.html#Größe">a source</a>
<a href="rye.html#Gr%C3%B6%C3%9Fe">a source, encoded</a>
<a href="rye.html#sow">a source, ASCII</a>
<a href="/rye/?q=Größe">a query</a>
<a href="https://oats.example/#Größe">another site</a>
HTML
node_modules/.bin/eleventy --quiet --input=site --output=out >log 2>&1
sed 's#</a>##' out/links/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<a href="/rye/#Größe#Gr%C3%B6%C3%9Fe">a page
<a href="rye.html#Größe#Gr%C3%B6%C3%9Fe">a source
<a href="/rye/#Gr%C3%B6%C3%9Fe">a source, encoded
<a href="/rye/#sow">a source, ASCII
<a href="/rye/?q=Größe?q=Gr%C3%B6%C3%9Fe">a query
<a href="https://oats.example/#Größe">another site
SEEN
echo "as described"
