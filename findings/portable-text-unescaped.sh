#!/usr/bin/env bash
# @portabletext/markdown 1.5.0: plain words that look like Markdown become Markdown.
#
# Expected: a span without marks is text, and what Markdown would read in it is escaped, so that
# markdownToPortableText gives the blocks back.
# Seen: nothing is escaped but brackets in links: "# 1 in the list" comes back as a heading, "5 *or* 6" with
# emphasis, "1986. A dry year" as an item of a list; bold with a space at its edge and code with a backtick do not
# come back at all.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @portabletext/markdown@1.5.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { markdownToPortableText, portableTextToMarkdown } from "@portabletext/markdown";

const block = (...children) => ({ _type: "block", style: "normal", markDefs: [], children });
const span = (text, ...marks) => ({ _type: "span", text, marks });
const show = ({ style, listItem, children }) =>
  [listItem ?? style, ...children.map(({ text, marks }) => (marks.length ? `${marks}(${text})` : text))].join(" | ");
for (const written of [
  block(span("# 1 in the list")),
  block(span("5 *or* 6 loaves")),
  block(span("1986. A dry year")),
  block(span("Two"), span(" loaves ", "strong"), span("of rye")),
  block(span("a`b", "code")),
]) {
  const markdown = portableTextToMarkdown([written]);
  console.log(show(written), "->", JSON.stringify(markdown), "->", markdownToPortableText(markdown).map(show).join(" / "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
normal | # 1 in the list -> "# 1 in the list" -> h1 | 1 in the list
normal | 5 *or* 6 loaves -> "5 *or* 6 loaves" -> normal | 5  | em(or) |  6 loaves
normal | 1986. A dry year -> "1986. A dry year" -> number | A dry year
normal | Two | strong( loaves ) | of rye -> "Two** loaves **of rye" -> normal | Two** loaves **of rye
normal | code(a`b) -> "`a`b`" -> normal | code(a) | b`
SEEN
echo "as described"
