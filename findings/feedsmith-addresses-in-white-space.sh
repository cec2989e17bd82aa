#!/usr/bin/env bash
# feedsmith 3.0.1: an address or id with "&" is written between line ends and spaces, and is another one to some readers.
#
# Expected (RFC 4287, 2): "there MUST NOT be any white space in a Date construct or in any IRI"; ids are compared letter by
# letter (4.2.6.1). "&" is "&amp;", or stands in CDATA, which begins where the element does.
# Seen: a value that needs escaping goes into CDATA on a line of its own, indented, in ids, links, guids and names; others
# stand in the element. rss-parser gives id and link of an Atom entry with the white space around them.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" feedsmith@3.0.1 rss-parser@3.13.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { generateAtomFeed, generateRssFeed } from "feedsmith";
import Parser from "rss-parser";

const text = (value) => ({ value });
const updated = new Date(0);
for (const id of ["https://rye.example/oats", "https://rye.example/?post=oats&year=2024"]) {
  const atom = generateAtomFeed({
    id: "https://rye.example/", title: text("Rye"), updated, entries: [{ id, title: text("Oats"), updated, links: [{ href: id }] }],
  });
  const rss = generateRssFeed({ title: "Rye", description: "Digest", link: "https://rye.example/", items: [{ title: "Oats", link: id, guid: text(id) }] });
  const entry = (await new Parser().parseString(atom)).items[0];
  const item = (await new Parser().parseString(rss)).items[0];
  console.log(JSON.stringify([entry.id, item.link, item.guid]));
  console.log(JSON.stringify(rss.match(/<guid>[^]*?<\/guid>/)[0]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["https://rye.example/oats","https://rye.example/oats","https://rye.example/oats"]
"<guid>https://rye.example/oats</guid>"
["\n      https://rye.example/?post=oats&year=2024\n    ","\n        https://rye.example/?post=oats&year=2024\n      ","\n        https://rye.example/?post=oats&year=2024\n      "]
"<guid>\n        <![CDATA[https://rye.example/?post=oats&year=2024]]>\n      </guid>"
SEEN
echo "as described"
