#!/usr/bin/env bash
# rss2 0.1.10: posts lose their categories and ids, and an Atom feed with “&” in an address is no XML.
#
# Expected: categories given to a post are in the feed; <guid> is the id that the site gives, so that readers know the
# post after its address changed; & in an attribute is &amp;; what was not given is not written.
# Seen: categories are in neither feed. The guid is the address, whatever the id. The address in Atom has a bare &.
# Without a description the feed's is “undefined”.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rss2@0.1.10 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const { Feed } = createRequire(import.meta.url)("rss2");

const feed = new Feed({ title: "Quay", id: "https://quay.example/", link: "https://quay.example/", copyright: "Ann" });
feed.addItem({
  title: "Oil",
  id: "tag:quay.example,2024:oil",
  link: "https://quay.example/?post=oil&year=2024",
  date: new Date(0),
  category: [{ name: "lamps" }],
});
for (const text of [feed.rss2(), feed.atom1()]) {
  console.log(text.match(/<(guid|category|description|link|id)\b[^]*?>.*/g).map((line) => line.trim()).join("\n"));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<link>https://quay.example/</link>
<description>undefined</description>
<link>https://quay.example/?post=oil&amp;year=2024</link>
<guid>https://quay.example/?post=oil&amp;year=2024</guid>
<id>https://quay.example/</id>
<link rel="alternate" href="https://quay.example/"/>
<id>tag:quay.example,2024:oil</id>
<link href="https://quay.example/?post=oil&year=2024"/>
SEEN
echo "as described"
