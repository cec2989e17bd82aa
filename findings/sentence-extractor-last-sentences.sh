#!/usr/bin/env bash
# sentence-extractor 1.0.7: words after the last full stop are lost: a text without one has no sentence at all.
#
# Expected: what stands after the last full stop is a sentence, too, such as a heading, an item of a list or a post
# without a full stop, as other packages have it.
# Seen: it is not in the result, without a word. A closing quotation mark begins the next sentence, initials and "No. 5"
# are sentences of their own, and a list belongs to the sentence before it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" sentence-extractor@1.0.7 >/dev/null
cat >"$work/try.mjs" <<'JS'
import extractor from "sentence-extractor";

const texts = ["Rye is sown. It grows", "Rye and oats", "“Really?” she asked.", '"Sow!" he said. We did.', "See No. 5 by I. M. Pei.", "Sow:\n\n- rye\n- oats\n\nThen wait."];
for (const text of texts) console.log(JSON.stringify([text, extractor.extract(text)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["Rye is sown. It grows",["Rye is sown."]]
["Rye and oats",[]]
["“Really?” she asked.",["“Really?” she asked."]]
["\"Sow!\" he said. We did.",["\"Sow!","\" he said."," We did."]]
["See No. 5 by I. M. Pei.",["See No."," 5 by I."," M."," Pei."]]
["Sow:\n\n- rye\n- oats\n\nThen wait.",["Sow:\n\n- rye\n- oats\n\nThen wait."]]
SEEN
echo "as described"
