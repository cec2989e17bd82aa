#!/usr/bin/env bash
# node-summarizer 1.0.7: a summary has the end of a sentence that was cut at "3.5", no spaces, and another order.
#
# Expected: a summary by extraction has whole sentences of the text, in the order of the text, apart from each other; a point
# within a number or after "Dr" ends none.
# Seen: every point, mark and question mark ends one: "5 tonnes of rye." is a sentence of the summary. The best sentence
# stands first, wherever it was, and nothing parts two of them.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" node-summarizer@1.0.7 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";

const { SummarizerManager } = createRequire(import.meta.url)("node-summarizer");
const text =
  "Rye was sown in May. The mill of Dr. Li ground 3.5 tonnes of rye. Ann baked bread of rye and oats. " +
  "The bread of rye was sold. Oats were fed to horses. The mill stood idle in winter, and rye was stored.";
for (const number of [2, 3]) console.log(new SummarizerManager(text, number).getSummaryByFrequency().summary);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
The bread of rye was sold.5 tonnes of rye.
The bread of rye was sold.5 tonnes of rye.The mill of Dr.
SEEN
echo "as described"
