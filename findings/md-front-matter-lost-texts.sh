#!/usr/bin/env bash
# md-front-matter 1.0.4: a text is lost after its first rule, or before it, as a rule anywhere is a header's mark.
#
# Expected: a header is what stands between "---" in the first line and the next such line; all below is the text, rules
# included.
# Seen: of a post with a header, everything from its first rule on is gone. Of one without, everything before the first of
# two rules is gone, and what stands between them becomes the header if it is YAML. No error tells.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" md-front-matter@1.0.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { matter } from "md-front-matter";

const texts = [
  "---\ntitle: Rye\n---\nBefore the rule.\n\n---\n\nAfter it.",
  "---\ntitle: Rye\n---\nNo rule.",
  "Begin.\n\n---\nsown: October\n---\n\nEnd.",
];
for (const text of texts) console.log(JSON.stringify([text, matter(text)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["---\ntitle: Rye\n---\nBefore the rule.\n\n---\n\nAfter it.",{"data":{"title":"Rye"},"content":"Before the rule.\n\n"}]
["---\ntitle: Rye\n---\nNo rule.",{"data":{"title":"Rye"},"content":"No rule."}]
["Begin.\n\n---\nsown: October\n---\n\nEnd.",{"data":{"sown":"October"},"content":"\nEnd."}]
SEEN
echo "as described"
