#!/usr/bin/env bash
# feedparser 2.6.0 for JavaScript: an entry with two authors has none.
#
# Expected (RFC 4287, 4.2.1): an entry may have several authors; "author" is one of them or their names
# together.
# Seen: with one author it is that name; with two it is null, and only the raw element, which applications
# seldom read, has both.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" feedparser@2.6.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import FeedParser from "feedparser";
import { Readable } from "node:stream";

const read = (authors) => new Promise((resolve, reject) => {
  const parser = new FeedParser();
  parser.on("error", reject).on("readable", () => {
    const item = parser.read();
    if (item) resolve(item.author);
  });
  Readable.from([`<feed xmlns="http://www.w3.org/2005/Atom"><title>D</title><id>tag:digest.example,2023:f</id>
<updated>2023-03-29T10:00:00Z</updated><entry><id>tag:digest.example,2023:1</id><title>Rye</title>
<updated>2023-03-29T10:00:00Z</updated>${authors.map((name) => `<author><name>${name}</name></author>`).join("")}
</entry></feed>`]).pipe(parser);
});
for (const authors of [["Ann"], ["Ann", "Bob"]]) console.log(authors.join(" and "), "->", await read(authors));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Ann -> Ann
Ann and Bob -> null
SEEN
echo "as described"
