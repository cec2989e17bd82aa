#!/usr/bin/env bash
# rehype-title-figure 0.1.2: a picture with a title deletes the words of its paragraph.
#
# Expected: the title becomes the caption of a picture that stands alone, as the README shows; words before and after
# a picture, a second picture and a link stay, or the paragraph is left as it is.
# Seen: if the paragraph begins or ends with such a picture or has one among its words, all else in the paragraph is
# gone from the page.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rehype-title-figure@0.1.2 unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import rehypeTitleFigure from "rehype-title-figure";
import rehypeStringify from "rehype-stringify";

const page = unified().use(remarkParse).use(remarkRehype).use(rehypeTitleFigure).use(rehypeStringify);
for (const text of [
  '![lamp](lamp.png "Brass")',
  'The lamp ![lamp](lamp.png "Brass") hung **here**.',
  '![lamp](lamp.png "Brass")\nIt hung in the [hall](hall.md).',
  '![lamp](lamp.png "Brass") ![wick](wick.png)',
  '[Hall](hall.md): ![lamp](lamp.png "Brass") ![wick](wick.png "Cotton")',
]) {
  console.log(JSON.stringify(String(page.processSync(text))));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<figure><img src=\"lamp.png\" alt=\"lamp\" title=\"Brass\"><figcaption>Brass</figcaption></figure>"
"<figure><img src=\"lamp.png\" alt=\"lamp\" title=\"Brass\"><figcaption>Brass</figcaption></figure>"
"<figure><img src=\"lamp.png\" alt=\"lamp\" title=\"Brass\"><figcaption>Brass</figcaption></figure>"
"<figure><img src=\"lamp.png\" alt=\"lamp\" title=\"Brass\"><figcaption>Brass</figcaption></figure><img src=\"wick.png\" alt=\"wick\">"
"<figure><img src=\"lamp.png\" alt=\"lamp\" title=\"Brass\"><figcaption>Brass</figcaption></figure><figure><img src=\"wick.png\" alt=\"wick\" title=\"Cotton\"><figcaption>Cotton</figcaption></figure>"
SEEN
echo "as described"
