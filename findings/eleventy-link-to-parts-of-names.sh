#!/usr/bin/env bash
# eleventy-plugin-link_to 0.4.1 with Eleventy 3.1.8: a link to "oat", which is gone, leads to "coats".
#
# Expected: a link to a page that is not there is an error or is left as it is, as the plugin leaves one that fits two
# pages; a post that is added while Eleventy watches can be linked to.
# Seen: a name that no page has is looked for within all names, and a single page that has it is the target, without a
# word: a renamed or unpublished "oat" leads to "coats". What is there is read once: in the watch mode a link to a new
# post is the bare name, and one to a post with a new address the old one.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
cd "$work"
trap 'kill %1 2>/dev/null || true; wait; rm -rf "$work"' EXIT
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 eleventy-plugin-link_to@0.4.1 \
  >/dev/null
cat >eleventy.config.cjs <<'JS'
module.exports = (config) => {
  config.addPlugin(require("eleventy-plugin-link_to"));
};
JS
mkdir site
echo '{% link_to "oat" %} {% link_to "rye" %} {% link_to "mill" %}' >site/index.njk
echo "Coats." >site/coats.njk
printf -- '---\npermalink: /old/rye/\n---\nRye.\n' >site/rye.njk

await() { # await WORDS: until a file has them, at most twenty seconds
  for _ in $(seq 100); do
    if grep -qs "$1" "$2"; then break; fi
    sleep 0.2
  done
}

options=(--config=eleventy.config.cjs --input=site)
node_modules/.bin/eleventy "${options[@]}" --output=out --watch >log 2>&1 &
await Watching log
{
  echo "first: $(cat out/index.html)"
  echo "Mill." >site/mill.njk
  await Mill out/mill/index.html
  sed -i 's/old/new/' site/rye.njk
  await Rye out/new/rye/index.html
  sed -i 's/^/Again: /' site/index.njk
  await Again out/index.html
  cat out/index.html
  node_modules/.bin/eleventy "${options[@]}" --output=clean --quiet >/dev/null
  echo "built anew: $(cat clean/index.html)"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
first: /coats/ /old/rye/ mill
Again: /coats/ /old/rye/ mill
built anew: Again: /coats/ /new/rye/ /mill/
SEEN
echo "as described"
