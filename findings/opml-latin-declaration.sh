#!/usr/bin/env bash
# opml 0.5.8 (npm): a list of feeds says that it is in Latin-1, and an "&" in its title makes it malformed.
#
# Expected: a list that stringify makes can be read again: in UTF-8, which Node writes unless told otherwise, or
# with every character beyond Latin-1 escaped; the title in <head> is escaped as the attributes are.
# Seen: the file begins with encoding="ISO-8859-1", while the names stand in it as they are: written by
# writeFileSync, "Ö" is read as two other characters, and the title as it was given ends the parser's work.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" opml@0.5.8 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { writeFileSync } from "node:fs";
import opml from "opml";

const list = (title) => ({
  opml: { head: { title }, body: { subs: [{ text: "Öl & Brot", xmlUrl: "https://rye.example/?a=1&b=2" }] } },
});
writeFileSync("plain.opml", opml.stringify(list("Feeds")));
writeFileSync("named.opml", opml.stringify(list("Rye & Oats")));
JS
node "$work/try.mjs"
cat >"$work/try.py" <<'PY'
from xml.etree import ElementTree

for name in ("plain.opml", "named.opml"):
    try:
        outline = ElementTree.parse(name).find("body/outline")
        print(name, outline.attrib)
    except ElementTree.ParseError as error:
        print(name, "is not well-formed:", error)
PY
{
  head -n 1 "$work/plain.opml"
  grep -h "<title>" "$work/named.opml"
  python3 "$work/try.py"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<?xml version="1.0" encoding="ISO-8859-1"?>
		<title>Rye & Oats</title>
plain.opml {'text': 'Ã\x96l & Brot', 'xmlUrl': 'https://rye.example/?a=1&b=2'}
named.opml is not well-formed: not well-formed (invalid token): line 4, column 14
SEEN
echo "as described"
