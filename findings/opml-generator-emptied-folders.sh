#!/usr/bin/env bash
# opml-generator 1.1.1: the second file written from one list of feeds has empty folders, as the first empties the list.
#
# Expected: a function that turns a list of feeds into a file leaves the list as it is, so that a program can write a file for
# each of its readers, or write it again at the next build.
# Seen: the feeds in folders are taken out of the list while the first file is written. The second has the folders, and
# nothing in them, without an error.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" opml-generator@1.1.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import opml from "opml-generator";

const feeds = [
  { text: "Mills", _children: [{ text: "Rye", type: "rss", xmlUrl: "https://rye.example/feed" }] },
  { text: "Oats", type: "rss", xmlUrl: "https://oats.example/feed" },
];
const head = { title: "Feeds", dateCreated: new Date(0) };
for (const title of ["First", "Second"]) console.log(opml({ ...head, title }, feeds).split("<body>")[1].split("</body>")[0]);
console.log(JSON.stringify(feeds));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<outline text="Mills"><outline text="Rye" type="rss" xmlUrl="https://rye.example/feed"/></outline><outline text="Oats" type="rss" xmlUrl="https://oats.example/feed"/>
<outline text="Mills"/><outline text="Oats" type="rss" xmlUrl="https://oats.example/feed"/>
[{"text":"Mills"},{"text":"Oats","type":"rss","xmlUrl":"https://oats.example/feed"}]
SEEN
echo "as described"
