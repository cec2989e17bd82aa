#!/usr/bin/env bash
# sentence-splitter 5.0.1, sbd 1.0.19 (npm): a sentence that ends with a number does not end.
#
# Expected: "We sold 300. Ann was glad." is two sentences, as syntok 1.4.4 and sentencex 1.0.32 for Python split it:
# a space and a capital letter follow.
# Seen: sentence-splitter takes a full stop after any number for that of an ordinal, also in English, and sbd does after
# some, so that an excerpt of one sentence is two. sentence-splitter also parts a quotation from who says it, and
# ends a sentence after "Fig.".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" sbd@1.0.19 sentence-splitter@5.0.1 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check syntok==1.4.4 sentencex==1.0.32
cat >"$work/texts.json" <<'JSON'
["It was dry in 1986. The mill closed.", "We sold 300. Ann was glad.", "“Rye?” she asked. “Yes.”", "See Fig. 3 for the field."]
JSON
cat >"$work/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import sbd from "sbd";
import { split } from "sentence-splitter";

for (const text of JSON.parse(readFileSync("texts.json", "utf-8"))) {
  const parts = split(text).filter((node) => node.type === "Sentence").map((node) => node.raw.trim());
  console.log("sbd:", sbd.sentences(text).join(" | "));
  console.log("sentence-splitter:", parts.join(" | "));
}
JS
cat >"$work/try.py" <<'PY'
import json

import sentencex
import syntok.segmenter

with open("texts.json", encoding="utf-8") as file:
    for text in json.load(file):
        print("sentencex:", " | ".join(part.strip() for part in sentencex.segment("en", text)))
        sentences = [tokens for paragraph in syntok.segmenter.process(text) for tokens in paragraph]
        print("syntok:", " | ".join("".join(f"{t.spacing}{t.value}" for t in tokens).strip() for tokens in sentences))
PY
{
  node "$work/try.mjs"
  "$work/venv/bin/python" "$work/try.py"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
sbd: It was dry in 1986. | The mill closed.
sentence-splitter: It was dry in 1986. The mill closed.
sbd: We sold 300. Ann was glad.
sentence-splitter: We sold 300. Ann was glad.
sbd: “Rye?” she asked. | “Yes.”
sentence-splitter: “Rye? | ” she asked. | “Yes.”
sbd: See Fig. 3 for the field.
sentence-splitter: See Fig. | 3 for the field.
sentencex: It was dry in 1986. | The mill closed.
syntok: It was dry in 1986. | The mill closed.
sentencex: We sold 300. | Ann was glad.
syntok: We sold 300. | Ann was glad.
sentencex: “Rye?” she asked. | “Yes.”
syntok: “Rye?” she asked. | “Yes.”
sentencex: See Fig. 3 for the field.
syntok: See Fig. 3 for the field.
SEEN
echo "as described"
