#!/usr/bin/env bash
# @nuxtjs/mdc 0.23.1: "[sic]" loses its brackets, "sown[1]" is "sown1", and the description of a page has its notes' numbers.
#
# Expected: Nuxt Content's Markdown has a word in brackets as a span when attributes in braces follow; other brackets stay
# what they are in CommonMark, text, as quotations have them around what an editor adds.
# Seen: any brackets that are no link become a <span> without them, on the page and in its description; brackets in code
# and escaped ones stay. The mark of a note is a number at the end of the word before it, and "Footnotes", which only
# screen readers are meant to hear, is an entry of the table of contents.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" @nuxtjs/mdc@0.23.1 >/dev/null
cat >try.mjs <<'JS'
import { parseMarkdown } from "@nuxtjs/mdc/runtime";

const html = ({ type, tag, value, children = [] }) =>
  type === "text" ? value : tag ? `<${tag}>${children.map(html).join("")}</${tag}>` : children.map(html).join("");
for (const text of [
  "“[Rye] is recieved [sic] by the mill […].”",
  "Take sacks[0], not `sacks[0]`, by \\[A\\] or [B]{.name}.",
  "Sow it in 1986.[^1]\n\n[^1]: Or later.",
]) {
  const { body, data, toc } = await parseMarkdown(text);
  console.log(html(body.children[0]));
  console.log("  description:", data.description, "| contents:", toc.links.map((link) => link.text).join(", "));
}
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>“<span>Rye</span> is recieved <span>sic</span> by the mill <span>…</span>.”</p>
  description: “Rye is recieved sic by the mill ….” | contents: 
<p>Take sacks<span>0</span>, not <code>sacks[0]</code>, by [A] or <span>B</span>.</p>
  description: Take sacks0, not sacks[0], by [A] or B. | contents: 
<p>Sow it in 1986.<sup><a>1</a></sup></p>
  description: Sow it in 1986.1 | contents: Footnotes
SEEN
echo "as described"
