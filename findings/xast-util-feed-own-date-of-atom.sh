#!/usr/bin/env bash
# xast-util-feed 2.0.0: an Atom feed says when it was made in the words of RSS, and its link has no address.
#
# Expected (RFC 4287, 3.3, 4.2.7): "updated" is a date such as 2024-03-20T09:00:00Z; a link has an "href"; every entry
# has a title and an "updated".
# Seen: the feed's own "updated" is "Wed, 20 Mar 2024 09:00:00 GMT", those of entries are right; the address of the
# site is the text of <link>, where no reader looks for it; an entry without a date has none.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    xast-util-feed@2.0.0 xast-util-to-xml@4.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { atom } from "xast-util-feed";
import { toXml } from "xast-util-to-xml";

const feed = toXml(atom(
  { title: "Rye", author: "Ann", url: "https://rye.example/", feedUrl: "https://rye.example/feed.atom" },
  [{ title: "Loaf", url: "https://rye.example/loaf", published: "2024-03-20", modified: "2024-03-20" },
    { url: "https://rye.example/oat", description: "Oat." }],
));
const own = feed.split("<entry>")[0].match(/<updated>(.*?)<\/updated>/)[1];
console.log("updated of the feed:", own.replace(/^\w{3}, \d\d \w{3} \d{4} [\d:]{8}/, "Wed, 20 Mar 2024 09:00:00"));
console.log("links of the feed:", feed.split("<entry>")[0].match(/<link.*?(<\/link>|\/>|>(?=<))/g).join(" "));
for (const entry of feed.split("<entry>").slice(1)) console.log("entry:", entry.split("</entry>")[0]);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
updated of the feed: Wed, 20 Mar 2024 09:00:00 GMT
links of the feed: <link>https://rye.example/</link> <link href="https://rye.example/feed.atom" rel="self" type="application/atom+xml">
entry: <title>Loaf</title><link href="https://rye.example/loaf"></link><id>https://rye.example/loaf</id><published>2024-03-20T00:00:00.000Z</published><updated>2024-03-20T00:00:00.000Z</updated>
entry: <link href="https://rye.example/oat"></link><id>https://rye.example/oat</id><content>Oat.</content>
SEEN
echo "as described"
