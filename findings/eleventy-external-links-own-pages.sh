#!/usr/bin/env bash
# @aloskutov/eleventy-plugin-external-links 2.1.1: links to pages beside a page are external, and comments are gone.
#
# Expected: "oats.html" and "fields/oats.html" are pages of the site, as every address without a host is; comments, of
# which <!--more--> is one, stay.
# Seen: what stands before the first dot or slash is taken for a host. Links between pages of one folder open a new
# window and are marked nofollow, so that search engines do not follow the site's own links; "/oats.html" and
# "./oats.html" are left alone. All comments are removed from the page.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 \
  @aloskutov/eleventy-plugin-external-links@2.1.1 >/dev/null
cat >eleventy.config.mjs <<'JS'
import externalLinks from "@aloskutov/eleventy-plugin-external-links";

export default function (config) {
  config.addPlugin(externalLinks, { url: "https://rye.example" });
}
JS
mkdir site
cat >site/rye.html <<'HTML'
<a href="oats.html">A</a>
<a href="fields/oats.html">B</a>
<a href="./oats.html">C</a>
<a href="/oats.html">D</a>
<a href="https://rye.example/">E</a>
<a href="https://oats.example/">F</a>
<!--more-->
HTML
node_modules/.bin/eleventy --quiet --input=site --output=out >/dev/null
grep -v '^$' out/rye/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<a href="oats.html" rel="noreferrer nofollow noopener external" target="_blank">A</a>
<a href="fields/oats.html" rel="noreferrer nofollow noopener external" target="_blank">B</a>
<a href="./oats.html">C</a>
<a href="/oats.html">D</a>
<a href="https://rye.example/">E</a>
<a href="https://oats.example/" rel="noreferrer nofollow noopener external" target="_blank">F</a>
SEEN
echo "as described"
