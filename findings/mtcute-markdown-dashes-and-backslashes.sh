#!/usr/bin/env bash
# @mtcute/markdown-parser 0.30.3: two dashes in a sentence are underlining and are gone, and so are stars and backslashes.
#
# Expected: marks of formatting stand at the bounds of words, as in Telegram's own clients, which leave "2 ** 3 ** 4" and
# "rye -- and oats -- rise" alone; a backslash before a letter is one; brackets that are a pair belong to an address.
# Seen: any two "--" or "**" after a space mark what stands between, and are not in the message. "C:\new" is "C:new". An
# address with a bracket is cut, and the bracket stands behind the link.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @mtcute/markdown-parser@0.30.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { md } from "@mtcute/markdown-parser";

for (const text of [
  "**Rye** rises",
  "2 ** 3 ** 4",
  "Rye -- and oats -- rise",
  "C:\\new",
  "See [the mill](https://rye.example/mill_(old)).",
]) {
  const { text: words, entities } = md(text);
  console.log(JSON.stringify(text), JSON.stringify(words), entities.map((entity) => `${entity._} ${entity.url ?? entity.length}`).join());
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"**Rye** rises" "Rye rises" messageEntityBold 3
"2 ** 3 ** 4" "2  3  4" messageEntityBold 3
"Rye -- and oats -- rise" "Rye  and oats  rise" messageEntityUnderline 10
"C:\\new" "C:new" 
"See [the mill](https://rye.example/mill_(old))." "See the mill)." messageEntityTextUrl https://rye.example/mill_(old
SEEN
echo "as described"
