#!/usr/bin/env bash
# htmlparser2 12.0.0: parseFeed takes the first link for that of the entry, and for that of the feed.
#
# Expected (RFC 4287, 4.2.7.2): a link of rel "enclosure" leads to a sound, one without rel to the entry; a feed
# that names no page has no link; "published" is when an entry was published, and paragraphs are apart.
# Seen: the link of the entry, and that of the feed, is the sound; the date is that of the last change; XHTML
# becomes its words without spaces between paragraphs, and titles of the type "html" stay escaped.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" htmlparser2@12.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parseFeed } from "htmlparser2";

const { link, items } = parseFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><id>tag:digest.example,2024:f</id>
<updated>2024-06-01T00:00:00Z</updated><entry><title type="html">Rye &amp;amp; salt</title>
<id>tag:digest.example,2024:1</id><link rel="enclosure" type="audio/mpeg" href="https://digest.example/rye.mp3"/>
<link href="https://digest.example/rye"/><published>2023-12-01T00:00:00Z</published><updated>2024-06-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Mix.</p><p>Knead.</p></div></content></entry></feed>`);
console.log("feed", link);
console.log("entry", items[0].link, items[0].pubDate.toISOString());
console.log("title", items[0].title, "content", items[0].description);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
feed https://digest.example/rye.mp3
entry https://digest.example/rye.mp3 2024-06-01T00:00:00.000Z
title Rye &amp; salt content Mix.Knead.
SEEN
echo "as described"
