#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3: the link of an entry is empty when it is relative.
#
# Expected (RFC 4287, 2 and 4.2.7): "href" may be relative, and is resolved by xml:base, or else by the address
# of the feed, as feedparser for Python and for JavaScript do.
# Seen: it is given as an empty text, in spite of xml:base; the option "baseUrl" mends it for feeds whose base
# is known beforehand.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @extractus/feed-extractor@8.0.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";

const entry = (href) => `<entry><id>tag:digest.example,2023:${href}</id><title>Rye</title>
<updated>2023-03-29T10:00:00Z</updated><link href="${href}"/></entry>`;
const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://digest.example/posts/"><title>Digest</title>
<id>tag:digest.example,2023:f</id><updated>2023-03-29T10:00:00Z</updated>
${entry("https://digest.example/posts/rye/")}${entry("rye/")}${entry("/posts/rye/")}</feed>`;
for (const { id, link } of extractFromXml(feed).entries) console.log(id, JSON.stringify(link));
const based = extractFromXml(feed, { baseUrl: "https://digest.example/posts/" });
console.log("baseUrl", JSON.stringify(based.entries.map(({ link }) => link)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
tag:digest.example,2023:https://digest.example/posts/rye/ "https://digest.example/posts/rye/"
tag:digest.example,2023:rye/ ""
tag:digest.example,2023:/posts/rye/ ""
baseUrl ["https://digest.example/posts/rye/","https://digest.example/posts/rye/","https://digest.example/posts/rye/"]
SEEN
echo "as described"
