#!/usr/bin/env bash
# @portabletext/toolkit 5.0.2: the plain text of a note in a sentence has a space that nobody wrote.
#
# Expected: toPlainText joins the texts of the spans as they stand, and an object between them (the sign of a footnote)
# leaves nothing; the items of a list stand on consecutive lines.
# Seen: a space takes the place of the object, unless one is there: "Rye , then" before a comma, "sour dough" for one
# word. Items are as far from each other as paragraphs are.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @portabletext/toolkit@5.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { toPlainText } from "@portabletext/toolkit";

const span = (text) => ({ _type: "span", text, marks: [] });
const note = { _type: "footnote", number: 1 };
const block = (...children) => ({ _type: "block", style: "normal", markDefs: [], children });
const item = (text) => ({ ...block(span(text)), listItem: "number", level: 1 });
for (const blocks of [
  [block(span("Rye"), note, span(", then salt."))],
  [block(span("sour"), note, span("dough"))],
  [block(span("sour"), span("dough"))],
  [item("mix"), item("bake")],
]) console.log(JSON.stringify(toPlainText(blocks)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye , then salt."
"sour dough"
"sourdough"
"mix\n\nbake"
SEEN
echo "as described"
