#!/usr/bin/env bash
# get-urls 12.1.0: a file name is an address, a comma belongs to another, and "_(y)" loses its bracket.
#
# Expected: the addresses of a text as they are written there, without the sentence's comma or full stop; "file.md" and
# "e.g." are none.
# Seen: what ends in a country's two letters is an address with "http://"; queries are sorted, "www." and slashes at
# the end dropped, as the documentation says of normalization; after a fragment the comma stays, and of two brackets
# one is left.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" get-urls@12.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import getUrls from "get-urls";

for (const text of [
  "Read file.md and main.rs, e.g.this one.",
  "See https://rye.example.org/?b=2&a=1#top, and more.",
  "See https://rye.example.org/x_(y) there.",
  "At https://www.rye.example.org/a/.",
]) console.log(text, "->", [...getUrls(text)].join(" "));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Read file.md and main.rs, e.g.this one. -> http://file.md http://main.rs http://e.g.th
See https://rye.example.org/?b=2&a=1#top, and more. -> https://rye.example.org/?a=1&b=2#top,
See https://rye.example.org/x_(y) there. -> https://rye.example.org/x_(y
At https://www.rye.example.org/a/. -> https://rye.example.org/a
SEEN
echo "as described"
