#!/usr/bin/env bash
# section-matter 1.0.0 (gray-matter's sections): a rule of four dashes is taken out of the text and begins a section.
#
# Expected: a section begins with "---" and its name; "----" is a rule of Markdown, as is "-----", and dashes within a
# block of a header's value are a part of it.
# Seen: "----" begins a section named "-", and what follows it is no longer in the page; five dashes are a rule. An
# indented "---" ends the header, so that its other fields are the text of the page: a draft is none.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" section-matter@1.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import sections from "section-matter";

for (const page of [
  "---\ntitle: Rye\n---\nOne.\n\n----\n\nTwo.",
  "---\ntitle: Rye\n---\nOne.\n\n-----\n\nTwo.",
  "---\nnote: |\n  a\n  ---\n  b\ndraft: true\n---\nText.",
]) console.log(JSON.stringify(page), "->", JSON.stringify(sections(page).sections));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"---\ntitle: Rye\n---\nOne.\n\n----\n\nTwo." -> [{"key":"","data":"title: Rye","content":"One.\n"},{"key":"-","data":"","content":"\nTwo."}]
"---\ntitle: Rye\n---\nOne.\n\n-----\n\nTwo." -> [{"key":"","data":"title: Rye","content":"One.\n\n-----\n\nTwo."}]
"---\nnote: |\n  a\n  ---\n  b\ndraft: true\n---\nText." -> [{"key":"","data":"note: |\n  a","content":"  b\ndraft: true\n---\nText."}]
SEEN
echo "as described"
