#!/usr/bin/env bash
# markdown-to-txt 2.0.1: the words of an item and of the list below it join, and footnotes point nowhere.
#
# Expected: the plain text has the same words as the Markdown, each item on a line of its own; "&copy;" is one sign.
# Seen: "oat" and "salt" become "oatsalt". "&amp;" is decoded, "&copy;" is not. Footnotes (GitHub's) keep their mark,
# "^1", and lose the note.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" lodash@4.17.21 markdown-to-txt@2.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";

const { markdownToTxt } = createRequire(import.meta.url)("markdown-to-txt");

for (const text of [
  "- rye\n- oat\n  - salt\n  - water",
  "1. Mix:\n   * rye\n2. Knead.",
  "&copy; Rye &amp; sons",
  "It keeps.[^1]\n\n[^1]: For_a_week.",
]) console.log(JSON.stringify(text), "->", JSON.stringify(markdownToTxt(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"- rye\n- oat\n  - salt\n  - water" -> "rye\noatsalt\nwater"
"1. Mix:\n   * rye\n2. Knead." -> "Mix:rye\n\n\nKnead."
"&copy; Rye &amp; sons" -> "&copy; Rye & sons"
"It keeps.[^1]\n\n[^1]: For_a_week." -> "It keeps.^1"
SEEN
echo "as described"
