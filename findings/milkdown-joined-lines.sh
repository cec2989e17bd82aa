#!/usr/bin/env bash
# @milkdown/kit 7.22.1: "Rye<br>oats" becomes "Ryeoats", and a box of GitHub's becomes a quotation.
#
# Expected: Markdown that the editor reads and writes again says the same. Raw HTML may stand in a paragraph (CommonMark
# 0.31.2, 6.6), and <br> is the way to part lines in a cell of a table; other tags are kept as they are.
# Seen: <br> within a line is taken out, and nothing is put in its place: the words before and after it are one. What
# follows the language of a block of code is gone. "[!NOTE]" gets a backslash, so that GitHub shows it as the words of a
# quotation.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" @milkdown/kit@7.22.1 \
  prosemirror-model@1.25.13 jsdom@25.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { JSDOM } from "jsdom";

const { window } = new JSDOM('<div id="editor"></div>');
for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) globalThis[name] = window[name].bind(window);
for (const name of ["document", "Node", "HTMLElement", "DOMParser", "MutationObserver", "getComputedStyle", "CustomEvent", "Event"]) globalThis[name] = window[name];
Object.assign(globalThis, { window });
Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true });
const { Editor, parserCtx, rootCtx, serializerCtx } = await import("@milkdown/kit/core");
const { commonmark } = await import("@milkdown/kit/preset/commonmark");
const { gfm } = await import("@milkdown/kit/preset/gfm");

const editor = await Editor.make().config((ctx) => ctx.set(rootCtx, window.document.querySelector("#editor"))).use(commonmark).use(gfm).create();
for (const text of ["<kbd>F5</kbd> reloads.", "Rye<br>oats", "| Grain |\n| ----- |\n| rye<br>oats |", '```js title="sow.js"\nsow()\n```', "> [!NOTE]\n> Sow rye."]) {
  const written = editor.action((ctx) => ctx.get(serializerCtx)(ctx.get(parserCtx)(text)));
  console.log(JSON.stringify(text), "=>", JSON.stringify(written.trim()));
}
process.exit(0);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<kbd>F5</kbd> reloads." => "<kbd>F5</kbd> reloads."
"Rye<br>oats" => "Ryeoats"
"| Grain |\n| ----- |\n| rye<br>oats |" => "| Grain   |\n| ------- |\n| ryeoats |"
"```js title=\"sow.js\"\nsow()\n```" => "```js\nsow()\n```"
"> [!NOTE]\n> Sow rye." => "> \\[!NOTE]\n> Sow rye."
SEEN
echo "as described"
