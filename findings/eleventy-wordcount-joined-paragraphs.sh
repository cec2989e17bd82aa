#!/usr/bin/env bash
# eleventy-plugin-wordcount 1.0.5: the last word of a paragraph and the first of the next count as one, as do items of a list.
# Expected: the words of a page are those that a reader sees, whether its HTML has line ends between its elements or, as
# after a minifier, has not.
# Seen: tags are dropped without a space: a list of three words without line ends is one word; a dash with spaces and "&amp;"
# count as words, as references are not read.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" eleventy-plugin-wordcount@1.0.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import plugin from "eleventy-plugin-wordcount";

for (const html of ["<p>Sow rye.</p><p>Reap oats.</p>", "<p>Sow rye.</p>\n<p>Reap oats.</p>", "<ul><li>rye</li><li>oats</li><li>barley</li></ul>", "<p>rye<br>oats</p>", "<p>Rye &amp; oats — now</p>"])
  console.log(JSON.stringify(html), plugin.wordCountCallback(html));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p>Sow rye.</p><p>Reap oats.</p>" 3
"<p>Sow rye.</p>\n<p>Reap oats.</p>" 4
"<ul><li>rye</li><li>oats</li><li>barley</li></ul>" 1
"<p>rye<br>oats</p>" 1
"<p>Rye &amp; oats — now</p>" 5
SEEN
echo "as described"
