#!/usr/bin/env bash
# @tiptap/markdown 3.35.0: a table is no longer in the text, and code that shows a fence ends its block.
#
# Expected: what an editor with the starter kit has no node for stays as its words, as pictures do, whose description is
# kept; a fence is longer than any fence in its code (CommonMark 0.31.2, 4.5).
# Seen: a table vanishes with all its words, and the text between its neighbours says nothing of it; a done task and an
# open one become items that begin with an empty line; four backticks become three, whatever the code holds.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @tiptap/{core,markdown,pm,starter-kit}@3.35.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { MarkdownManager } from "@tiptap/markdown";
import StarterKit from "@tiptap/starter-kit";

const manager = new MarkdownManager({ extensions: [StarterKit] });
for (const text of [
  "Rye:\n\n| Field | Tons |\n|---|---|\n| north | 3 |\n\nOats.",
  "![Rye in June](rye.png)",
  "- [x] Sow\n- [ ] Reap",
  "````\n```\n````",
])
  console.log(JSON.stringify(text), "->", JSON.stringify(manager.serialize(manager.parse(text))));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye:\n\n| Field | Tons |\n|---|---|\n| north | 3 |\n\nOats." -> "Rye:\n\nOats."
"![Rye in June](rye.png)" -> "Rye in June"
"- [x] Sow\n- [ ] Reap" -> "- \n  Sow\n- \n  Reap"
"````\n```\n````" -> "```\n```\n```"
SEEN
echo "as described"
