#!/usr/bin/env bash
# eleventy-plugin-llms-txt 1.4.0 with Eleventy 3.1.8: a page's title is "<h1>Half", "<" is "&lt;", and "---" is gone.
#
# Expected: llms.txt has the text of the pages: "3 < 4", code as it is, and the first heading as the title of a page
# that has no other. "stripHorizontalRules" removes rules between sections.
# Seen: entities stay; three hyphens are removed wherever they stand, in code that shows a front matter, too; a heading
# with code in it is not found, and the title is the source up to its first hyphen. Tags become spaces, so that a comma
# after a link stands alone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 eleventy-plugin-llms-txt@1.4.0 \
  >/dev/null
cat >eleventy.config.cjs <<'JS'
module.exports = (config) => {
  config.addPlugin(require("eleventy-plugin-llms-txt"));
  return { dir: { input: "site", output: "out" } };
};
JS
mkdir site
cat >site/rye.md <<'MD'
# Half-baked `rye`

If 3 < 4, see [oats](/oats/), then write:

    ---
    title: Rye
    ---
MD
node_modules/.bin/eleventy --config=eleventy.config.cjs --quiet >/dev/null
sed -n '/^### /,$p' out/llms.txt | grep -v '^Date:' | sed 's/ *$//' | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
### Page: <h1>Half
URL: /rye/
Content:
Half-baked  rye
 If 3 &lt; 4, see  oats , then write:
title: Rye
---
SEEN
echo "as described"
