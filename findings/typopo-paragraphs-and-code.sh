#!/usr/bin/env bash
# typopo 3.1.0: two paragraphs of a text become one in Markdown, code loses its backticks, and addresses lead elsewhere.
#
# Expected: quotation marks, dashes and spaces are set right; what parts paragraphs, what stands in code and what is an
# address stays, as a typographer for text and Markdown has to leave it.
# Seen: empty lines are removed, by default, so that Markdown reads all paragraphs as one, and a list as the end of one; a
# backtick is an apostrophe or a quotation mark; hyphens of dates become dashes in addresses, too; two spaces at the end of
# a line, which break it, go.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" typopo@3.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { fixTypos } from "typopo";

for (const text of [
  "One.\n\nTwo.",
  "One:\n\n- rye\n- oats",
  "Use `rye --sow` and `oats`.",
  "```\nlet a = 1\n```",
  "See https://rye.example/2024-01-02/oats",
  "Roses are red  \nRye is not",
]) console.log(`${JSON.stringify(text)} -> ${JSON.stringify(fixTypos(text, "en-us"))}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"One.\n\nTwo." -> "One.\nTwo."
"One:\n\n- rye\n- oats" -> "One:\n- rye\n- oats"
"Use `rye --sow` and `oats`." -> "Use ’rye --sow’ and ‘oats’."
"```\nlet a = 1\n```" -> "’’’\nlet a = 1\n’’’"
"See https://rye.example/2024-01-02/oats" -> "See https://rye.example/2024–01–02/oats"
"Roses are red  \nRye is not" -> "Roses are red\nRye is not"
SEEN
echo "as described"
