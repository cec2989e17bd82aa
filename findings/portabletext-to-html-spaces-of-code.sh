#!/usr/bin/env bash
# @portabletext/to-html 5.0.3: spaces of code become no-break spaces, and two paragraphs of a quotation are two quotations.
#
# Expected: code is shown and copied as it was written; blocks of the style "blockquote" that follow each other are one
# quotation, as neighbouring items are one list.
# Seen: of two spaces in a row the first is U+00A0, in code as in a text, so that a command or a program that is copied from the
# page is another one: shells and compilers take it for a letter. Each block is a <blockquote> of its own.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @portabletext/to-html@5.0.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { toHTML } from "@portabletext/to-html";

const block = (text, style = "normal", ...marks) => ({
  _type: "block", _key: text, style, markDefs: [], children: [{ _type: "span", _key: "a", text, marks }],
});
for (const blocks of [
  [block("if a:  b", "normal", "code")],
  [block("rye  oats")],
  [block("Rye rises.", "blockquote"), block("Oats do not.", "blockquote")],
]) console.log(toHTML(blocks).replaceAll("\u00a0", "[U+00A0]"));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><code>if a:&nbsp; b</code></p>
<p>rye&nbsp; oats</p>
<blockquote>Rye rises.</blockquote><blockquote>Oats do not.</blockquote>
SEEN
echo "as described"
