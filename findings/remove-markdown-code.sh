#!/usr/bin/env bash
# remove-markdown 0.7.0: code loses its asterisks, and the backslash of an escape stays.
#
# Expected: the words that a reader of the rendered page sees, as strip-markdown gives them: what is between
# backticks as it stands, "a\*b" as "a*b", and the whole address of a link taken away.
# Seen: `2*a*b` is "2ab"; "a\*b" keeps its backslash; of a link with two closing parentheses one stays; the words
# between "<3" and the next ">" are gone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    remove-markdown@0.7.0 remark@15.0.1 strip-markdown@6.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { remark } from "remark";
import removeMarkdown from "remove-markdown";
import strip from "strip-markdown";

for (const text of [
  "Write `2*a*b` here.",
  "Write a\\*b here.",
  "See [rye](https://digest.example/bread_(rye)) there.",
  "I <3 rye, as x > y.",
]) {
  const seen = String(remark().use(strip).processSync(text)).trim().replace(/\\(?=[*<])/g, "");
  console.log(JSON.stringify(seen), "->", JSON.stringify(removeMarkdown(text)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Write 2*a*b here." -> "Write 2ab here."
"Write a*b here." -> "Write a\\*b here."
"See rye there." -> "See rye) there."
"I <3 rye, as x > y." -> "I  y."
SEEN
echo "as described"
