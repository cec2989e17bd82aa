#!/usr/bin/env bash
# decap-cms-widget-markdown 3.13.1: a text that begins with a rule is empty after a save.
#
# Expected: a text that is opened in the visual editor of Decap CMS and saved says the same: a rule (CommonMark 0.31.2, 4.1)
# may be the first block of a text, of a quotation or of an item, as between a picture above and the text.
# Seen: whether a text is made of blocks is judged by the first of them, and a rule is not on the list of blocks: all is
# taken for words of one line, of which there are none. A quotation that begins with a rule loses its words. With a word
# before the rule the text is whole.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --legacy-peer-deps --prefix "$work" \
  decap-cms-widget-markdown@3.13.1 esbuild@0.28.2 >/dev/null
cat >bundle.mjs <<'JS'
import { build } from "esbuild";

await build({
  stdin: { contents: 'export * from "decap-cms-widget-markdown/dist/esm/serializers/index.js"', resolveDir: process.cwd() },
  bundle: true, format: "cjs", platform: "node", outfile: "serializers.cjs", logLevel: "error",
  plugins: [{
    name: "without components of the editor",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /(MarkdownControl|^react|^react-dom.*)$/ }, () => ({ path: "none", namespace: "none" }));
      onLoad({ filter: /.*/, namespace: "none" }, () => ({
        contents: "export const getEditorComponents = () => []; export const getEditorControl = 0, renderToString = 0, createElement = 0; export default {}",
      }));
    },
  }],
});
JS
node bundle.mjs
cat >"$work/try.mjs" <<'JS'
import { markdownToSlate, slateToMarkdown } from "./serializers.cjs";

for (const text of ["Sow rye.\n\n***\n\nReap it.", "***\n\nSow rye.\n\nReap it.", "> ***\n>\n> Sow rye.\n\nReap it."])
  console.log(JSON.stringify(text), "=>", JSON.stringify(slateToMarkdown(markdownToSlate(text, {}), {})));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Sow rye.\n\n***\n\nReap it." => "Sow rye.\n\n- - -\n\nReap it."
"***\n\nSow rye.\n\nReap it." => ""
"> ***\n>\n> Sow rye.\n\nReap it." => ">\n>\n>\n\nReap it."
SEEN
echo "as described"
