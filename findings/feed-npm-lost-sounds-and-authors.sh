#!/usr/bin/env bash
# feed 6.0.0 (npm): a picture replaces the sound of an item in RSS, and JSON Feed gets neither the sound nor a second author.
#
# Expected: an item with `enclosure` (a recording) and `image` has both in each format, or the recording in RSS, which
# allows one enclosure; both authors are in JSON Feed, which has a list for them.
# Seen: in RSS the enclosure is the picture, of type "image/jpg" (registered is "image/jpeg") and length 0; in JSON Feed
# there is no attachment, and the first author only. Atom has all four, with "audio/mp3" for the type that was given.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" feed@6.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Feed } from "feed";

const feed = new Feed({ title: "Rye", id: "https://example.com/", link: "https://example.com/", copyright: "" });
feed.addItem({
  title: "The mill",
  link: "https://example.com/mill",
  date: new Date("2024-01-02T03:04:05Z"),
  author: [{ name: "Anna" }, { name: "Bo" }],
  enclosure: { url: "https://example.com/mill.mp3", type: "audio/mpeg", length: 5 },
  image: "https://example.com/mill.jpg",
});
const lines = (text, pattern) => text.split("\n").filter((line) => pattern.test(line)).map((line) => line.trim());
console.log(lines(feed.rss2(), /enclosure|author/).join("\n"));
console.log(lines(feed.atom1(), /enclosure|<name>/).join("\n"));
const { date_modified, ...item } = JSON.parse(feed.json1()).items[0];
console.log(JSON.stringify(item));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<author>Anna</author>
<author>Bo</author>
<enclosure url="https://example.com/mill.jpg" length="0" type="image/jpg"/>
<link rel="enclosure" href="https://example.com/mill.mp3" type="image/mp3" length="5"/>
<link rel="enclosure" href="https://example.com/mill.jpg" type="image/jpg"/>
<name>Anna</name>
<name>Bo</name>
{"url":"https://example.com/mill","title":"The mill","image":"https://example.com/mill.jpg","author":{"name":"Anna"}}
SEEN
echo "as described"
