#!/usr/bin/env bash
# feed 6.0.0 (npm): a plain title is declared to be HTML, and its "<b>" becomes bold.
#
# Expected: `title` is documented as a text; in Atom it is either escaped once, as type="text", or twice, as
# type="html" (RFC 4287, 3.1.1.1 and 3.1.1.2). The title of the feed itself is written as text.
# Seen: that of an item is type="html" in CDATA, escaped once: a reader shows "How  differs from " for the
# title below. In the JSON feed it is right, but only the first author is there.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" feed@6.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Feed } from "feed";

const feed = new Feed({ title: "On <b> & <i>", id: "https://digest.example/", copyright: "" });
feed.addItem({
  title: "How <b> differs from <strong>",
  id: "https://digest.example/1",
  link: "https://digest.example/1",
  date: new Date(0),
  author: [{ name: "Ann" }, { name: "Bob" }],
});
for (const title of feed.atom1().match(/<title.*<\/title>/g)) console.log(title);
const [item] = JSON.parse(feed.json1()).items;
console.log(item.title, item.author, item.authors);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<title>On &lt;b&gt; &amp; &lt;i&gt;</title>
<title type="html"><![CDATA[How <b> differs from <strong>]]></title>
How <b> differs from <strong> { name: 'Ann' } undefined
SEEN
echo "as described"
