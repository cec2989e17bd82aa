#!/usr/bin/env bash
# article-title 4.1.0: of "Rye: a history" the title is "a history", of "Rye-bread and how it rose" it is "Rye".
#
# Expected: the name of the site is cut from the <title> of a page, "Rye: a history – The Mill", where the page's own
# heading says what is the title of the article and what is not.
# Seen: the text is cut at the first colon, hyphen, slash or bar, also within a word, and what stands behind a colon is the
# title, whatever the heading is; an en dash, with which sites set their name apart, is none of the signs. The whole title
# comes back only if the heading is within <article>.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" article-title@4.1.0 cheerio@1.0.0-rc.12 >/dev/null
cat >"$work/try.mjs" <<'JS'
import articleTitle from "article-title";

const page = (title, body) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
for (const [title, body] of [
  ["Rye: a history", "<h1>Rye: a history</h1>"],
  ["Rye-bread and how it rose | The Mill", "<h1>Rye-bread and how it rose</h1>"],
  ["Rye and/or oats | The Mill", "<h1>Rye and/or oats</h1>"],
  ["Rye and oats | The Mill", "<h1>Rye and oats</h1>"],
  ["Rye and oats – The Mill", "<h1>Rye and oats</h1>"],
  ["Rye: a history | The Mill", "<article><h1>Rye: a history</h1></article>"],
]) console.log(`${title} -> ${articleTitle(page(title, body))}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye: a history -> a history
Rye-bread and how it rose | The Mill -> Rye
Rye and/or oats | The Mill -> Rye and
Rye and oats | The Mill -> Rye and oats
Rye and oats – The Mill -> Rye and oats – The Mill
Rye: a history | The Mill -> Rye: a history
SEEN
echo "as described"
