#!/usr/bin/env bash
# static-sitemap-cli 2.2.8: pages that say "none" or "NOINDEX" to search engines are in the sitemap, and "C#" leads to "C".
#
# Expected: a page that asks not to be found is left out, as the documentation says: letters of either case are the same
# (HTML, 4.2.5.1), and search engines take "none" for "noindex, nofollow". "#" and a space in the name of a file are "%23"
# and "%20" in an address (RFC 3986, 3.5).
# Seen: only "robots" and "noindex" in small letters count. "C# notes.html" is "/C# notes", of which a browser asks for "/C".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" static-sitemap-cli@2.2.8 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";

mkdirSync("site");
const pages = {
  "index.html": "<title>Rye</title>",
  "C# notes.html": "<title>C# notes</title>",
  "hidden-1.html": '<meta name="robots" content="noindex"><title>Hidden</title>',
  "hidden-2.html": '<meta name="robots" content="none"><title>Hidden</title>',
  "hidden-3.html": '<meta name="ROBOTS" content="NOINDEX"><title>Hidden</title>',
};
for (const [name, html] of Object.entries(pages)) writeFileSync(`site/${name}`, html);
const args = ["--no-install", "sscli", "--root", "site", "--base", "https://rye.example", "--format", "txt", "--stdout"];
console.log(execFileSync("npx", args).toString().trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://rye.example/
https://rye.example/C# notes
https://rye.example/hidden-2
https://rye.example/hidden-3
SEEN
echo "as described"
