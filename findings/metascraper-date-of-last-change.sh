#!/usr/bin/env bash
# metascraper-date 5.49.24: "date" is when a page was last changed, or that of the first <time> in it.
#
# Expected: the date of an article is the one of its publication, if it gives both, as "author" and "title" are those
# of the publication.
# Seen: "article:modified_time" goes before "article:published_time"; without either, the first <time> wins over the
# line below the title, be it that of an event of which the article speaks. "datePublished" must be asked for.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
    metascraper@5.49.24 metascraper-date@5.49.24 >/dev/null
cat >"$work/try.mjs" <<'JS'
import createMetascraper from "metascraper";
import metascraperDate from "metascraper-date";

const url = "https://www.rye.example.org/post";
const read = (options, html) => createMetascraper([metascraperDate(options)])({ url, html });
const both = '<meta property="article:published_time" content="2024-03-20T09:00:00Z">'
  + '<meta property="article:modified_time" content="2025-08-01T09:00:00Z">';
console.log((await read(undefined, both)).date);
console.log((await read({ datePublished: true, dateModified: true }, both)).datePublished);
const event = '<p>The fair of <time datetime="1999-09-01">1999</time> was wet.</p>'
  + '<p class="date">2024-03-20T12:00:00Z</p>';
console.log((await read(undefined, event)).date);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2025-08-01T09:00:00.000Z
2024-03-20T09:00:00.000Z
1999-09-01T00:00:00.000Z
SEEN
echo "as described"
