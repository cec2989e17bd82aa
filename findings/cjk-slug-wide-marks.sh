#!/usr/bin/env bash
# cjk-slug 0.3.1: full-width brackets and colons stay in an address, while "é" and "ß" become hyphens.
#
# Expected: punctuation goes in either width: "（", "：" and "・" as "(", ":" and "-" do, and Latin letters stay legible.
# Seen: "東京（夏）：第1回" is an address as it stands; corner brackets and "。" are replaced. "Café" becomes "caf", "Größe"
# "gr-e", so that "Café" and "Caf" meet.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" cjk-slug@0.3.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import slug from "cjk-slug";

for (const title of ["東京（夏）：第1回", "東京(夏):第1回", "データベース・入門", "日本語「入門」", "Café 日本", "Größe 中文"])
  console.log(title, "->", slug(title));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
東京（夏）：第1回 -> 東京（夏）：第1回
東京(夏):第1回 -> 東京-夏-第1回
データベース・入門 -> データベース・入門
日本語「入門」 -> 日本語-入門
Café 日本 -> caf-日本
Größe 中文 -> gr-e-中文
SEEN
echo "as described"
