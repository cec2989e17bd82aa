#!/usr/bin/env bash
# marked-footnote 1.4.0 (marked 18.2.1): the second line of a note, if it is not indented, is a paragraph of the post.
# Expected: as on GitHub, whose notes it supports, a paragraph goes on to the next blank line ("laziness"), also that of
# a note. remark-gfm 4.0.1, written after GitHub, does so.
# Seen: a note ends with its first line: the second, not indented, stands in the post, where the note is defined. A list
# with less than four spaces before it leaves the note, too.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" marked@18.2.1 marked-footnote@1.4.0 unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 remark-rehype@11.1.2 rehype-stringify@10.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Marked } from "marked";
import footnote from "marked-footnote";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);
const show = (name, html) => {
  const [post, notes] = html.split(/<section[^]*?<\/h2>/).map((part) => part.replace(/<.*?>|[↩\n ]+/g, " ").replace(/ +/g, " ").trim());
  console.log(name, "post:", JSON.stringify(post), "notes:", JSON.stringify(notes));
};
for (const text of ["Rye[^1].\n\n[^1]: Sown in\nOctober.\n\nOats.\n", "Rye[^1].\n\n[^1]: Sown in\n  October.\n\nOats.\n", "Rye[^1].\n\n[^1]: Sown in\n    October.\n\nOats.\n"]) {
  console.log(JSON.stringify(text));
  show("  marked-footnote", new Marked().use(footnote()).parse(text));
  show("  remark-gfm     ", String(remark.processSync(text)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye[^1].\n\n[^1]: Sown in\nOctober.\n\nOats.\n"
  marked-footnote post: "Rye 1 . October. Oats." notes: "Sown in"
  remark-gfm      post: "Rye 1 . Oats." notes: "Sown in October."
"Rye[^1].\n\n[^1]: Sown in\n  October.\n\nOats.\n"
  marked-footnote post: "Rye 1 . October. Oats." notes: "Sown in"
  remark-gfm      post: "Rye 1 . Oats." notes: "Sown in October."
"Rye[^1].\n\n[^1]: Sown in\n    October.\n\nOats.\n"
  marked-footnote post: "Rye 1 . Oats." notes: "Sown in October."
  remark-gfm      post: "Rye 1 . Oats." notes: "Sown in October."
SEEN
echo "as described"
