#!/usr/bin/env bash
# npf2html 1.1.7: words in several overlapping formats of a Tumblr post are there more than once.
#
# Expected: ranges of a text block may overlap (Tumblr's Neue Post Format), and each letter comes once, as it does
# with two ranges.
# Seen: with three ranges that overlap, bold, italic and a link, the letters common to them are repeated.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" npf2html@1.1.7 >/dev/null
cat >"$work/try.mjs" <<'JS'
import library from "npf2html";

const npf2html = library.default ?? library;
const text = "Two loaves of rye";
const bold = { type: "bold", start: 0, end: 6 };
const italic = { type: "italic", start: 4, end: 13 };
const link = { type: "link", start: 4, end: 10, url: "https://digest.example/" };
for (const formatting of [[bold, italic], [bold, link], [bold, italic, link]]) {
  const html = npf2html([{ type: "text", text, formatting }]);
  console.log(formatting.map(({ type }) => type).join(", "), "->", html.replace(/<[^>]*>/g, "").trim());
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
bold, italic -> Two loaves of rye
bold, link -> Two loaves of rye
bold, italic, link -> Two loavesavesloloaves of rye
SEEN
echo "as described"
