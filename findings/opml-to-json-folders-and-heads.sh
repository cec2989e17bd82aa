#!/usr/bin/env bash
# opmlparser 0.8.0 and opml-to-json 1.0.1: folders come after their feeds, and the head's dates and owner are lost.
#
# Expected: outlines come in the order of the file, a folder before what it holds; a feed's "folder" tells Bread/News from
# Salt/News; the JSON has the date and the owner that the head names, and "xmlUrl" as OPML 2.0 writes it.
# Seen: a folder follows its last feed; "folder" is the name of the innermost one, the same for both; of the head only
# the title stays in the JSON, and "xmlurl" is in small letters, which readers of OPML do not know.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" opmlparser@0.8.0 opml-to-json@1.0.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const OpmlParser = require("opmlparser");
const { opmlToJSON } = require("opml-to-json");

const folder = (name, feed) => `<outline text="${name}"><outline text="News"><outline text="${feed}" type="rss"
  xmlUrl="https://${feed}.example/feed"/></outline></outline>`;
const file = `<?xml version="1.0"?><opml version="2.0"><head><title>Reads</title>
  <dateCreated>Mon, 01 Jan 2024 00:00:00 GMT</dateCreated><ownerName>Anna</ownerName></head>
  <body>${folder("Bread", "rye")}${folder("Salt", "sea")}</body></opml>`;
const parser = new OpmlParser();
parser.on("readable", () => {
  for (let outline; (outline = parser.read()); ) console.log(outline.text, JSON.stringify(outline.folder ?? null));
});
parser.on("end", async () => {
  const { children, ...head } = await opmlToJSON(file);
  console.log(JSON.stringify(head));
  console.log(Object.keys(children[0].children[0].children[0]).join(" "));
});
parser.end(file);
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
rye "News"
News null
Bread null
sea "News"
News null
Salt null
{"title":"Reads"}
text type xmlurl #type folder
SEEN
echo "as described"
