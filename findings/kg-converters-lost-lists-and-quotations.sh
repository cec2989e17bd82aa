#!/usr/bin/env bash
# @tryghost/kg-converters 1.2.5: of a post of Ghost, inner items become neighbours, lists count from 1, and marked words are plain.
#
# Expected: a post that Ghost changes from its new format (Lexical) to the old one (Mobiledoc) keeps what that can hold; what it
# cannot, such as a list within a list, is a card of HTML. A pull quote of the old format is a quotation in the new one.
# Seen: an item's inner items follow it in the same list, which begins at 1; the mark of <mark> is gone. A "pull-quote" becomes
# a node of that name, which Lexical does not know, and on the way back it is not there at all, with its words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @tryghost/kg-converters@1.2.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";

const { lexicalToMobiledoc, mobiledocToLexical } = createRequire(import.meta.url)("@tryghost/kg-converters");
const text = (words, format = 0) => ({ type: "text", text: words, format, detail: 0, mode: "normal", style: "", version: 1 });
const node = (type, children, extra = {}) => ({ type, children, direction: "ltr", format: "", indent: 0, version: 1, ...extra });
const item = (...children) => node("listitem", children, { value: 1 });
const lexical = (...children) => JSON.stringify({ root: node("root", children) });
const show = (mobiledoc) => console.log(JSON.stringify(JSON.parse(mobiledoc).sections));
const inner = node("list", [item(text("rye"))], { listType: "bullet", tag: "ul", start: 1 });
show(lexicalToMobiledoc(lexical(node("list", [item(text("mill")), item(inner), item(text("bake"))], { listType: "number", tag: "ol", start: 3 }))));
show(lexicalToMobiledoc(lexical(node("paragraph", [text("rye", 1), text("oats", 128)]))));
const quotation = JSON.stringify({ version: "0.3.1", atoms: [], cards: [], markups: [], sections: [[1, "pull-quote", [[0, [], 0, "Rye rises."]]]] });
console.log(JSON.parse(mobiledocToLexical(quotation)).root.children[0].type);
show(lexicalToMobiledoc(mobiledocToLexical(quotation)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[[3,"ol",[[[0,[],0,"mill"]],[[0,[],0,"rye"]],[[0,[],0,"bake"]]]]]
[[1,"p",[[0,[0],1,"rye"],[0,[],0,"oats"]]]]
pull-quote
[]
SEEN
echo "as described"
