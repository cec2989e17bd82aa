#!/usr/bin/env bash
# rss-to-json 2.1.1: an entry of Atom is dated with the time of reading, and texts in XHTML or plain text are lost.
#
# Expected (RFC 4287, 3.1, 4.1.3 and 4.2.9): `published` is what the entry says, or nothing; `content` of the types
# "text" (also when no type is written) and "xhtml" is its text as much as "html" is; a title "007" stays so.
# Seen: `published` is the present moment for each entry of Atom, also for those that have <published>; `created` is
# <updated>. Of three contents the one of the type "html" is there. The title "007" becomes the number 7. The link of
# an entry with an enclosure is a list of both.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rss-to-json@2.1.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { once } from "node:events";

const { parse } = createRequire(import.meta.url)("rss-to-json");
const entry = (title, number, rest) => `<entry><title>${title}</title><id>${number}</id>
<published>2019-01-01T00:00:00Z</published><updated>2019-01-02T00:00:00Z</updated>${rest}</entry>`;
const feed = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Bread</title>
<id>urn:uuid:00000000-0000-4000-8000-000000000001</id><updated>2024-01-02T00:00:00Z</updated>
<author><name>Ann</name></author>
${entry("Rye", "urn:uuid:00000000-0000-4000-8000-000000000002", `<link href="https://bread.example/rye"/>
<content type="html">&lt;p&gt;Mix.&lt;/p&gt;</content>`)}
${entry("Oats", "urn:uuid:00000000-0000-4000-8000-000000000003", `<link rel="enclosure" href="https://bread.example/a.mp3"/>
<link href="https://bread.example/oats"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Mix.</p></div></content>`)}
${entry("007", "urn:uuid:00000000-0000-4000-8000-000000000004", `<link href="https://bread.example/7"/>
<content>Mix.</content>`)}
</feed>`;
const server = createServer((request, response) => response.end(feed)).listen(0, "127.0.0.1");
await once(server, "listening");
const before = Date.now();
for (const item of (await parse(`http://127.0.0.1:${server.address().port}/`)).items) {
  const published = item.published >= before ? "now" : new Date(item.published).toISOString();
  const created = new Date(item.created).toISOString().slice(0, 10);
  console.log(JSON.stringify(item.title), published, created, JSON.stringify(item.content), JSON.stringify(item.link));
}
server.close();
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye" now 2019-01-02 "<p>Mix.</p>" "https://bread.example/rye"
"Oats" now 2019-01-02 undefined [{"rel":"enclosure","href":"https://bread.example/a.mp3"},{"href":"https://bread.example/oats"}]
7 now 2019-01-02 undefined "https://bread.example/7"
SEEN
echo "as described"
