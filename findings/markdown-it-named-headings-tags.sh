#!/usr/bin/env bash
# markdown-it-named-headings 1.1.0: the id of a heading with code or emphasis has the names of its tags in it.
#
# Expected: an id is made of the words that the heading shows, as markdown-it-anchor and GitHub make it: "the-rye-flag"; a
# link that is written by hand leads there.
# Seen: "## The `rye` flag" has the id "the-code-rye-code-flag"; of a link its whole address is part of the id, and another
# address another id.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    markdown-it@14.1.0 markdown-it-named-headings@1.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import namedHeadings from "markdown-it-named-headings";

const page = new MarkdownIt().use(namedHeadings);
for (const text of ["## The rye flag", "## The `rye` flag", "## The *rye* flag", "## The [rye](https://rye.example/a) flag", "## Rye & oats"])
  console.log(`${text} -> ${page.render(text).match(/id="([^"]*)"/)[1]}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
## The rye flag -> the-rye-flag
## The `rye` flag -> the-code-rye-code-flag
## The *rye* flag -> the-em-rye-em-flag
## The [rye](https://rye.example/a) flag -> the-a-href-https-rye-example-a-rye-a-flag
## Rye & oats -> rye-amp-oats
SEEN
echo "as described"
