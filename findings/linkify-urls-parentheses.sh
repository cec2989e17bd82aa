#!/usr/bin/env bash
# linkify-urls 5.2.0, get-urls 12.1.0: of "https://example.org/Rye_(grain)" one gives "Rye_", the other "Rye_(grain".
# Expected: two packages of one author find the same addresses in a text: with a closing parenthesis that one within
# opens, as GitHub does; whole ones; none in "rye.md". (That get-urls normalises them is said in its README.)
# Seen: both cut the address, each at another sign; a semicolon ends it in one, an exclamation mark in the other; before "…"
# one sees none at all, of which the other makes a part; "rye.md" is a host to one of them.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" linkify-urls@5.2.0 get-urls@12.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import getUrls from "get-urls";
import { linkifyUrlsToHtml } from "linkify-urls";

for (const text of ["https://example.org/Rye_(grain)", "https://example.org/rye;page=2", "https://example.org/rye!", "https://example.org/rye…", "https://example.org/麦「ライ」", "See rye.md."])
  console.log(text, "->", [...getUrls(text)].join(" ") || "none", "|", linkifyUrlsToHtml(text).match(/(?<=href=")[^"]*/g)?.join(" ") ?? "none");
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://example.org/Rye_(grain) -> https://example.org/Rye_(grain | https://example.org/Rye_
https://example.org/rye;page=2 -> https://example.org/rye;page=2 | https://example.org/rye
https://example.org/rye! -> https://example.org/rye | https://example.org/rye!
https://example.org/rye… -> https://example.org/rye%E2%80%A6 | none
https://example.org/麦「ライ」 -> https://example.org/%E9%BA%A6%E3%80%8C%E3%83%A9%E3%82%A4%E3%80%8D | https://example.org/麦
See rye.md. -> http://rye.md | none
SEEN
echo "as described"
