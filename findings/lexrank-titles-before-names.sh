#!/usr/bin/env bash
# lexrank 1.0.5 (npm): the summary of a text about Dr. Quay and Mr. Li is "Dr. Mr. Quay."
#
# Expected: the sentences that have most in common with the others, as in the article that its documentation names; a title
# before a name ends no sentence.
# Seen: "Dr." and "Mr." are sentences, and since they are short and come again, they weigh most: all three of a summary of
# three sentences may be such words. A text without titles is summarised in whole sentences.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" lexrank@1.0.5 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { summarize } = require("lexrank");

for (const text of [
  "Rye grows on poor soil. Oats grow on wet soil. Barley grows on dry soil. Wheat grows on rich soil. Ann grows rye.",
  "Dr. Quay sowed some acres of rye. He reaped on Monday. Was it dry? Yes, it was. Mr. Li agreed with Dr. Quay. The rest was sold.",
]) summarize(text, 3, (error, sentences, summary) => console.log(JSON.stringify(summary)));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye grows on poor soil. Barley grows on dry soil. Wheat grows on rich soil. "
"Dr. Mr. Quay. "
SEEN
echo "as described"
