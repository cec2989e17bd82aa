#!/usr/bin/env bash
# strip-markdown 6.0.0: the text of a post has backslashes, its addresses are "https\://", and words at a <br> are joined.
# Expected: used as its README shows, it leaves "just text": what a reader sees of the words, without marks of Markdown.
# Seen: the text is written as Markdown again, with a backslash before each sign that could be a mark: in addresses that were
# links, "3\. mill", "\*", "snake\_case"; items of a list are paragraphs without numbers; <br> is dropped without a space.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" strip-markdown@6.0.0 remark@15.0.1 remark-gfm@4.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import strip from "strip-markdown";

for (const text of ["See https://rye.example/a_b or [here](https://rye.example).", "5 \\* 3 \\_ `snake_case` *x*", "`1. mill` is code", "Rye<br>oats", "- `[ ]` is a box", "`# rye`"])
  console.log(text, "->", String(await remark().use(remarkGfm).use(strip).process(text)).trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
See https://rye.example/a_b or [here](https://rye.example). -> See https\://rye.example/a_b or here.
5 \* 3 \_ `snake_case` *x* -> 5 \* 3 \_ snake_case x
`1. mill` is code -> 1\. mill is code
Rye<br>oats -> Ryeoats
- `[ ]` is a box -> \[ ] is a box
`# rye` -> \# rye
SEEN
echo "as described"
