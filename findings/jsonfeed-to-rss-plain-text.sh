#!/usr/bin/env bash
# jsonfeed-to-rss 3.0.8: a plain text becomes HTML as it is: its lines join, and a tag that it names is one.
#
# Expected: "content_text" is plain; in RSS, where a description is HTML, its line ends become <br> or paragraphs
# and its "<" is escaped once as HTML and once as XML.
# Seen: it is escaped as XML only: a reader shows all lines as one, and words in "<b>" in bold.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" jsonfeed-to-rss@3.0.8 rss-parser@3.13.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import toRss from "jsonfeed-to-rss";
import Parser from "rss-parser";

const feed = {
  version: "https://jsonfeed.org/version/1",
  title: "Digest",
  home_page_url: "https://digest.example/",
  feed_url: "https://digest.example/feed.json",
  items: [{
    id: "1", url: "https://digest.example/1", date_published: "2024-01-02T10:00:00Z",
    content_text: "Write <b> for bold.\n\nSave the file.",
  }],
};
const [item] = (await new Parser().parseString(toRss(feed))).items;
console.log("the HTML of the description:", JSON.stringify(item.content));
console.log("content:encoded:", JSON.stringify(item["content:encoded"] ?? null));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
the HTML of the description: "Write <b> for bold.\n\nSave the file."
content:encoded: null
SEEN
echo "as described"
