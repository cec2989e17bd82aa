#!/usr/bin/env bash
# @tryghost/html-to-plaintext 1.0.13: in the plain part of Ghost's newsletters cells and cards become one word.
#
# Expected: what stands in cells or blocks of its own is told apart by white space.
# Seen: "rye" and "5" are "rye5", two <div>s "RyeOat", in excerpts, mails and comments alike; paragraphs and items of
# lists are lines. The description of a picture is in none of them.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @tryghost/html-to-plaintext@1.0.13 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";

const plain = createRequire(import.meta.url)("@tryghost/html-to-plaintext");
for (const page of [
  "<table><tr><td>rye</td><td>5</td></tr><tr><td>oat</td><td>4</td></tr></table>",
  '<div class="kg-card">Rye</div><div>Oat</div>',
  "<p>Rye</p><p>Oat</p>",
  '<p>Look: <img src="loaf.png" alt="A loaf"></p>',
]) console.log(page, "->", JSON.stringify([plain.excerpt(page), plain.email(page), plain.comment(page)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<table><tr><td>rye</td><td>5</td></tr><tr><td>oat</td><td>4</td></tr></table> -> ["rye5oat4","rye5oat4","rye5oat4"]
<div class="kg-card">Rye</div><div>Oat</div> -> ["RyeOat","RyeOat","RyeOat"]
<p>Rye</p><p>Oat</p> -> ["Rye\n\nOat","Rye\n\nOat","Rye\nOat"]
<p>Look: <img src="loaf.png" alt="A loaf"></p> -> ["Look:","Look:","Look:"]
SEEN
echo "as described"
