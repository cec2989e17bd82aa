#!/usr/bin/env bash
# react-native-rss-parser 1.5.1: an Atom entry is "published" when it was last changed, and its XHTML has no elements.
# Expected (RFC 4287): "published" is atom:published where an entry has one; content of type="xhtml" is markup, as that of
# type="html" is; a title of type="html" is escaped once more than one of type="text"; an author of the feed is that of
# its entries.
# Seen: "published" is the text of atom:updated; the XHTML is its words alone; the title still has "&amp;" and is not told
# from one that says so; entries have no author; the label of a category is dropped, its term kept.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" react-native-rss-parser@1.5.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parse } from "react-native-rss-parser";

const feed = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Rye &amp;amp; oats</title><id>urn:x:1</id>
<updated>2024-03-01T10:00:00Z</updated><author><name>Mill</name></author><entry><title type="html">Sow &amp;amp; reap</title><id>urn:x:2</id>
<updated>2024-03-01T10:00:00Z</updated><published>2023-10-01T08:00:00Z</published><category term="r1" label="Rye"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>two</b></p><p>three</p></div></content></entry></feed>`;
const { title, authors, items } = await parse(feed);
console.log(JSON.stringify(title), JSON.stringify(authors));
const [{ published, content, title: name, authors: own, categories }] = items;
console.log(JSON.stringify({ name, published, content, own, categories }));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye &amp; oats" [{"name":"Mill"}]
{"name":"Sow &amp; reap","published":"2024-03-01T10:00:00Z","content":"One twothree","own":[],"categories":[{"name":"r1"}]}
SEEN
echo "as described"
