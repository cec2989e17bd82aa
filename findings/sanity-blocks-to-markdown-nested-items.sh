#!/usr/bin/env bash
# @sanity/block-content-to-markdown 1.0.1: items below a numbered item are its neighbours, and plain words are marks.
#
# Expected (CommonMark 5.2): what belongs to "1. mill" is indented by three columns; a span of Portable Text without
# marks is text, so that "1986. A dry year" is no list and "<b>" no tag.
# Seen: each level is indented by two spaces, which is enough below a bullet, but not below a number: the steps of a step
# are steps of the list. Nothing is escaped. Underlined words lose their mark.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @sanity/block-content-to-markdown@1.0.1 commonmark@0.31.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import { HtmlRenderer, Parser } from "commonmark";

const toMarkdown = createRequire(import.meta.url)("@sanity/block-content-to-markdown");
const span = (text, ...marks) => ({ _type: "span", _key: text, text, marks });
const block = (text, extra = {}) => ({ _type: "block", _key: text, style: "normal", markDefs: [], children: [span(text)], ...extra });
for (const blocks of [
  [block("mill", { listItem: "number", level: 1 }), block("rye", { listItem: "number", level: 2 }), block("bake", { listItem: "number", level: 1 })],
  [block("mill", { listItem: "bullet", level: 1 }), block("rye", { listItem: "bullet", level: 2 })],
  [block("1986. A dry year")],
  [block("a <b> c")],
]) {
  const markdown = (toMarkdown.default ?? toMarkdown)(blocks);
  console.log(JSON.stringify(markdown), new HtmlRenderer().render(new Parser().parse(markdown)).replace(/\n/g, ""));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"1. mill\n  1. rye\n2. bake" <ol><li>mill</li><li>rye</li><li>bake</li></ol>
"* mill\n  * rye" <ul><li>mill<ul><li>rye</li></ul></li></ul>
"1986. A dry year" <ol start="1986"><li>A dry year</li></ol>
"a <b> c" <p>a <b> c</p>
SEEN
echo "as described"
