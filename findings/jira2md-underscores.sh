#!/usr/bin/env bash
# jira2md 3.0.1: underscores in words and addresses become stars, and code is read as markup.
#
# Expected (Jira's text formatting notation): emphasis has to stand at the bounds of a word, so that "snake_case_name"
# and an address with underscores have none; what is in {noformat} or {code} is verbatim. jira2markdown 0.5.3
# keeps all three.
# Seen: "a_b_c" in an address is "a*b*c", which leads nowhere; "*x*" in code is "**x**"; "1+1+1" has an insertion.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" jira2md@3.0.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { to_markdown } = require("jira2md");

for (const text of [
  "[mill|https://digest.example/a_b_c]",
  "snake_case_name",
  "{noformat}\ny = *x*\n{noformat}",
  "{code:python}\nf(*a, *b)\n{code}",
  "1+1+1",
])
  console.log(JSON.stringify(to_markdown(text)));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"[mill](https://digest.example/a*b*c)"
"snake*case*name"
"```\ny = **x**\n```"
"```python\nf(**a, **b)\n```"
"1<ins>1</ins>1"
SEEN
echo "as described"
