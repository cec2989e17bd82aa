#!/usr/bin/env bash
# md-2-json 2.0.0: the definitions of links are lost, and headings of one name overwrite each other.
#
# Expected: the JSON has all of the text, and can be written back: "parse" and "toMd" are a pair.
# Seen: "[rye]: https://rye.example/" is in none of the sections, so that "[rye]" is plain text afterwards. Of two
# sections "Notes" the latter is left, without a word. The line after a quotation becomes a part of it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" md-2-json@2.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";

const md = createRequire(import.meta.url)("md-2-json");
for (const page of [
  "# Bread\n\nSee [rye].\n\n[rye]: https://rye.example/",
  "# Rye\n\n## Notes\n\nDark.\n\n# Oat\n\n## Notes\n\nLight.\n\n## Notes\n\nSoft.",
  "# Rye\n\n> Keep it dry.\n\nSaid Ann.",
]) {
  const parsed = md.parse(page);
  console.log(JSON.stringify(parsed), "->", JSON.stringify(md.toMd(parsed)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"Bread":{"raw":"See [rye].\n\n"}} -> "# Bread\n\nSee [rye].\n\n"
{"Rye":{"Notes":{"raw":"Dark.\n\n"}},"Oat":{"Notes":{"raw":"Soft."}}} -> "# Rye\n\n## Notes\n\nDark.\n\n# Oat\n\n## Notes\n\nSoft."
{"Rye":{"raw":"> Keep it dry.\nSaid Ann."}} -> "# Rye\n\n> Keep it dry.\nSaid Ann."
SEEN
echo "as described"
