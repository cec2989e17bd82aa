#!/usr/bin/env bash
# @milkdown/kit 7.22.1 with prosemirror-model 1.25.13: a picture without a title is no longer in the text.
#
# Expected: Markdown that the editor reads and writes again says the same; the title of a picture is optional (CommonMark
# 0.31.2, 6.4). prosemirror-markdown 1.13.9 keeps "![Rye](rye.png)".
# Seen: a title that is not there is null, which the model of a picture refuses, as it is no text. The error is told to the
# console, and the text goes on without the picture: in its place is a "<br />", or nothing within a sentence. A picture
# with a title stays.
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

const editor = await Editor.make().config((ctx) => ctx.set(rootCtx, window.document.querySelector("#editor"))).use(commonmark).create();
console.error = (error) => console.log("  ", error.message);
for (const text of ['![Rye](rye.png "A field")', "Sow rye.\n\n![Rye](rye.png)\n\nReap it.", "Sow ![rye](rye.png) now.", "[![Rye](rye.png)](https://rye.example/)"]) {
  const written = editor.action((ctx) => ctx.get(serializerCtx)(ctx.get(parserCtx)(text)));
  console.log(JSON.stringify(text), "=>", JSON.stringify(written.trim()));
}
process.exit(0);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"![Rye](rye.png \"A field\")" => "![Rye](rye.png \"A field\")"
   Expected value of type string for attribute title on type image, got null
"Sow rye.\n\n![Rye](rye.png)\n\nReap it." => "Sow rye.\n\n<br />\n\nReap it."
   Expected value of type string for attribute title on type image, got null
"Sow ![rye](rye.png) now." => "Sow  now."
   Expected value of type string for attribute title on type image, got null
"[![Rye](rye.png)](https://rye.example/)" => "<br />"
SEEN
echo "as described"
