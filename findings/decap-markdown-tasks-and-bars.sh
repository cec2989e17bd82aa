#!/usr/bin/env bash
# decap-cms-widget-markdown 3.13.1: what is done and what is to do look the same after a save, and a year becomes a list.
#
# Expected: a text that is opened in the visual editor of Decap CMS and saved says the same; what the editor does not know
# stays as words. "1986\." is no list, "\<b>" no tag, and "\|" a bar in a cell (CommonMark 0.31.2, 2.4; GitHub Flavored
# Markdown, 4.10).
# Seen: "- [x]" and "- [ ]" lose their boxes. Backslashes before a point, a tag or a bar are not written again: the year is
# a list, the words are bold, and the cell is two, the second of which GitHub drops. "2 * 3 * 4" is read as slanted words.
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

for (const text of ["- [x] sown\n- [ ] reaped", "1986\\. A dry year", "Use \\<b> here.", "| rule |\n| ---- |\n| rye \\| oats |", "2 * 3 * 4 = 24"])
  console.log(JSON.stringify(text), "=>", JSON.stringify(slateToMarkdown(markdownToSlate(text, {}), {})));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"- [x] sown\n- [ ] reaped" => "* sown\n* reaped"
"1986\\. A dry year" => "1986. A dry year"
"Use \\<b> here." => "Use <b> here."
"| rule |\n| ---- |\n| rye \\| oats |" => "| rule       |\n| ---------- |\n| rye | oats |"
"2 * 3 * 4 = 24" => "2  *3*  4 = 24"
SEEN
echo "as described"
