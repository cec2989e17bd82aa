#!/usr/bin/env bash
# retext-keywords 8.0.2: "Don't" and "It's" are the keywords of a text, C++ is "C".
#
# Expected: the most important words of a text are its nouns.
# Seen: words with an apostrophe count as nouns, as the tagger below (retext-pos 5.0.0) knows none of them; signs after
# a letter are not a part of the word.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    nlcst-to-string@4.0.0 retext@9.0.0 retext-keywords@8.0.2 retext-pos@5.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { retext } from "retext";
import retextPos from "retext-pos";
import retextKeywords from "retext-keywords";
import { toString } from "nlcst-to-string";

for (const text of [
  "Don't knead it. Don't wait. It's ready, it's warm, and that's all of the bread.",
  "C++ is fast. We write C++ at the mill. C++ again.",
]) {
  const { data } = await retext().use(retextPos).use(retextKeywords).process(text);
  console.log(data.keywords.map(({ matches, score }) => `${toString(matches[0].node)} ${score.toFixed(2)}`).join(", "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Don't 1.00, It's 1.00, knead 0.50, that's 0.50, bread 0.50
C 1.00, mill 0.33
SEEN
echo "as described"
