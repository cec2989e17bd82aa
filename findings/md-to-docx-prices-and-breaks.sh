#!/usr/bin/env bash
# @mohtasham/md-to-docx 4.0.1: in "Rye for $5, oats for $6" the words between the prices are an equation.
# Expected: a "$" with a space before it, or a digit after it, ends no equation (Pandoc's rule, made for prices); two spaces
# at the end of a line break it.
# Seen: what stands between two prices on a line is an equation, in another font and without the space at its end; a break is a
# line end in <w:t>, which Word shows as a space.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @mohtasham/md-to-docx@4.0.1 jszip@3.10.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { convertMarkdownToDocx } from "@mohtasham/md-to-docx";
import JSZip from "jszip";

for (const text of ["Rye for $5, oats for $6.\n", "Rye at $5/kg or 5$ and 6$.\n", "Rye for \\$5, oats for \\$6.\n", "Rye  \noats\n"]) {
  const archive = await JSZip.loadAsync(await (await convertMarkdownToDocx(text)).arrayBuffer());
  const body = await archive.file("word/document.xml").async("string");
  const parts = body.match(/<m:oMath>.*?<\/m:oMath>|<w:t[ >][^]*?<\/w:t>|<w:br\/>/g).map((part) =>
    part.startsWith("<m:oMath") ? `equation(${part.replace(/<.*?>/g, "")})` : part.replace(/<.*?>/g, ""));
  console.log(JSON.stringify(text), "->", JSON.stringify(parts));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye for $5, oats for $6.\n" -> ["Rye for ","equation(5, oats for)","6."]
"Rye at $5/kg or 5$ and 6$.\n" -> ["Rye at ","equation(5/kg or 5)"," and 6$."]
"Rye for \\$5, oats for \\$6.\n" -> ["Rye for $5, oats for $6."]
"Rye  \noats\n" -> ["Rye","\n","oats"]
SEEN
echo "as described"
