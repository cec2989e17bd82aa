#!/usr/bin/env bash
# remark-comment 1.0.0: a comment whose lines are indented ends the build with an error of the program's own.
#
# Expected: HTML comments in Markdown are not shown, as the plugin says, for which MDX has no other way; its lines may be
# indented, as editors do it, and CommonMark (4.6) reads them all.
# Seen: a comment within a line, one of two lines and one with an empty line go. Where a line of it begins with a space,
# parsing stops with a TypeError that names neither the file nor the comment.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 remark-comment@1.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import parse from "remark-parse";
import comment from "remark-comment";
import toHtml from "remark-rehype";
import write from "rehype-stringify";

const page = unified().use(parse).use(comment.default ?? comment).use(toHtml).use(write);
for (const text of [
  "Rye <!-- note --> rises.",
  "<!-- one line -->\n\nRye.",
  "<!-- first\nsecond -->\n\nRye.",
  "<!-- first\n\nsecond -->\n\nRye.",
  "<!--\n  first\n-->\n\nRye.",
]) {
  try {
    console.log(`${JSON.stringify(text)} -> ${page.processSync(text)}`);
  } catch (error) {
    console.log(`${JSON.stringify(text)} -> ${error.name}`);
  }
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye <!-- note --> rises." -> <p>Rye  rises.</p>
"<!-- one line -->\n\nRye." -> <p>Rye.</p>
"<!-- first\nsecond -->\n\nRye." -> <p>Rye.</p>
"<!-- first\n\nsecond -->\n\nRye." -> <p>Rye.</p>
"<!--\n  first\n-->\n\nRye." -> TypeError
SEEN
echo "as described"
