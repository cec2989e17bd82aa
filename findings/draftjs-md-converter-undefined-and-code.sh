#!/usr/bin/env bash
# draftjs-md-converter 1.5.2: a rule becomes the word "undefined", and code becomes words; with markdown-draft-js 2.4.0,
# pictures and rules are gone, too.
#
# Expected: Markdown that goes through an editor of Draft.js and comes back says the same, or what has no counterpart stays
# as its source: a rule, code in a line, a picture, an inner list, the number at which a list begins.
# Seen: the first writes "undefined" on the page for a rule, takes the ticks from code, and puts inner items beside the
# others; the second drops rules. Both lose a picture within a sentence, count lists from 1, and drop the backslash of
# "1986\. A year", which is a list afterwards.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    draftjs-md-converter@1.5.2 markdown-draft-js@2.4.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import first from "draftjs-md-converter";
import { draftToMarkdown, markdownToDraft } from "markdown-draft-js";

const { draftjsToMd, mdToDraftjs } = first.default ?? first;
for (const text of [
  "Rye\n\n---\n\nOats",
  "Run `a*b*` now",
  "See ![loaf](loaf.png) here",
  "3. mill\n4. bake",
  "- rye\n  - sown in May",
  "```\nif a:\n    b\n```",
  "1986\\. A dry year",
]) {
  console.log("draftjs-md-converter", JSON.stringify(text), JSON.stringify(draftjsToMd(mdToDraftjs(text))));
  console.log("markdown-draft-js", JSON.stringify(text), JSON.stringify(draftToMarkdown(markdownToDraft(text))));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
draftjs-md-converter "Rye\n\n---\n\nOats" "Rye\n\nundefined\n\nOats"
markdown-draft-js "Rye\n\n---\n\nOats" "Rye\n\nOats"
draftjs-md-converter "Run `a*b*` now" "Run a*b* now"
markdown-draft-js "Run `a*b*` now" "Run `a*b*` now"
draftjs-md-converter "See ![loaf](loaf.png) here" "See   here"
markdown-draft-js "See ![loaf](loaf.png) here" "See  here"
draftjs-md-converter "3. mill\n4. bake" "1. mill\n2. bake"
markdown-draft-js "3. mill\n4. bake" "1. mill\n2. bake"
draftjs-md-converter "- rye\n  - sown in May" "- rye\n- sown in May"
markdown-draft-js "- rye\n  - sown in May" "- rye\n    - sown in May"
draftjs-md-converter "```\nif a:\n    b\n```" "```\nif a:\n    b\n```"
markdown-draft-js "```\nif a:\n    b\n```" "```\nif a:\n    b\n```"
draftjs-md-converter "1986\\. A dry year" "1986. A dry year"
markdown-draft-js "1986\\. A dry year" "1986. A dry year"
SEEN
echo "as described"
