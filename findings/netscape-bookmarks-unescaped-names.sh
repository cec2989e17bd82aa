#!/usr/bin/env bash
# netscape-bookmarks 0.1.1: names of folders and addresses are written into the file as they are.
#
# Expected: the file is HTML, so "<", "&" and quotation marks in names and addresses are escaped, as browsers do
# when they export bookmarks.
# Seen: nothing is. A folder "Notes <2019>" loses its year in a browser, and "&copy=1" in an address becomes ©.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    netscape-bookmarks@0.1.1 linkedom@0.18.15 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parseHTML } from "linkedom";
import netscape from "netscape-bookmarks";

const address = "https://digest.example/?a=1&copy=1";
const file = netscape({ "Notes <old>": { contents: { "Use <b>": address } } });
const { document } = parseHTML(file);
console.log("folder ", JSON.stringify(document.querySelector("h3").textContent));
console.log("name   ", JSON.stringify(document.querySelector("a").textContent));
console.log("in file", file.match(/HREF="[^"]*"/)[0]);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
folder  "Notes "
name    "Use "
in file HREF="https://digest.example/?a=1&copy=1"
SEEN
echo "as described"
