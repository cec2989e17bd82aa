#!/usr/bin/env bash
# @storyblok/richtext 5.3.1: a table's caption becomes its first row, and a linked picture no longer leads anywhere.
#
# Expected: a caption becomes a paragraph, as the caption of a figure does; a link around a picture stays, or its address
# is named among what cannot be carried over; a line end within a paragraph is white space (CommonMark 0.31.2, 6.8).
# Seen: the caption is a cell of the table, which has a row more than its author wrote; the address is lost without the
# warning that other attributes get; each line of wrapped Markdown ends with a break.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true, "overrides": {"@tiptap/core": "3.35.0", "@tiptap/pm": "3.35.0"}}' >"$work/package.json"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @storyblok/richtext@5.3.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { renderRichText } from "@storyblok/richtext";
import { htmlToStoryblokRichtext } from "@storyblok/richtext/html-parser";
import { markdownToStoryblokRichtext } from "@storyblok/richtext/markdown-parser";

console.warn = (...words) => console.log("warning:", ...words);
const show = (document) => console.log(renderRichText(document));
show(htmlToStoryblokRichtext("<table><caption>Prices</caption><tr><th>Rye</th><td>3</td></tr></table>"));
show(htmlToStoryblokRichtext("<figure><img src='a.jpg' alt='Loaf'><figcaption>Our loaf</figcaption></figure>"));
show(markdownToStoryblokRichtext("[![Loaf](a.jpg)](b.html)"));
show(markdownToStoryblokRichtext("[Loaf](b.html)"));
show(markdownToStoryblokRichtext("Rye and\nsalt"));
JS
node "$work/try.mjs" 2>&1 | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<table><tbody><tr><td><p>Prices</p></td></tr><tr><th><p>Rye</p></th><td><p>3</p></td></tr></tbody></table>
<img src="a.jpg" alt="Loaf"><p>Our loaf</p>
<p></p><img src="a.jpg" alt="Loaf">
<p><a href="b.html">Loaf</a></p>
<p>Rye and<br>salt</p>
SEEN
echo "as described"
