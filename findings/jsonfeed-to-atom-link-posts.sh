#!/usr/bin/env bash
# jsonfeed-to-atom 1.2.5: a link post leads to the page that it speaks of, and the feed claims rights nobody wrote.
#
# Expected: `url` of an item is its page, `external_url` another's that it is about; in Atom they are the links
# "alternate" and "related", as in the package's README; <rights> is in a feed whose author says so; version 1.1 of
# JSON Feed is read, as it is the same but for authors and languages.
# Seen: "alternate" is the other's page and "related" the item's own; "© " with this year and the author's name stands
# in <rights>, in any year's feed; a feed of version 1.1 is refused.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" jsonfeed-to-atom@1.2.5 >/dev/null
cat >"$work/try.cjs" <<'JS'
const convert = require("jsonfeed-to-atom");

const feed = {
  version: "https://jsonfeed.org/version/1",
  title: "Digest",
  home_page_url: "https://digest.example/",
  feed_url: "https://digest.example/feed.json",
  author: { name: "Ann" },
  items: [
    {
      id: "1",
      url: "https://digest.example/1",
      external_url: "https://mill.example/",
      title: "Rye",
      content_text: "It keeps.",
      date_published: "2013-03-02T08:00:00Z",
    },
  ],
};
const atom = convert(feed);
console.log(atom.match(/<rights>.*/)[0].replace(new Date().getFullYear(), "this year"));
console.log(atom.match(/<entry>[^]*<\/entry>/)[0].match(/<link.*/g).join("\n"));
try {
  convert({ ...feed, version: "https://jsonfeed.org/version/1.1" });
} catch (error) {
  console.log(error.message);
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<rights>© this year Ann</rights>
<link rel="alternate" href="https://mill.example/"/>
<link rel="related" href="https://digest.example/1"/>
jsonfeed-to-atom: JSON feed version 1 required
SEEN
echo "as described"
