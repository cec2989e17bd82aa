#!/usr/bin/env bash
# hexo-front-matter 5.0.0: a text whose first line has a colon and whose first paragraph ends with a rule loses it.
#
# Expected: front matter begins with "---", as in all other generators; a text that begins "Rye: a history" shows these words,
# and "---" below them makes a heading of the line or is a rule (CommonMark 4.1 and 4.3).
# Seen: Hexo lets the first "---" be left out, so that all lines before a "---" are front matter if YAML reads them as a
# mapping: the title becomes a key, and is not on the page. Without a colon the text is whole. "3.10" is 3.1, as in YAML.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo-front-matter@5.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parse } from "hexo-front-matter";

for (const text of [
  "---\ntitle: Rye\n---\nText",
  "Rye: a history\n---\nText",
  "Note: sown in May.\n\n---\n\nText",
  "A history of rye\n---\nText",
  "---\ntitle: 3.10\n---\nText",
]) console.log(JSON.stringify(text), JSON.stringify(parse(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"---\ntitle: Rye\n---\nText" {"title":"Rye","_content":"Text"}
"Rye: a history\n---\nText" {"Rye":"a history","_content":"Text"}
"Note: sown in May.\n\n---\n\nText" {"Note":"sown in May.","_content":"\nText"}
"A history of rye\n---\nText" {"_content":"A history of rye\n---\nText"}
"---\ntitle: 3.10\n---\nText" {"title":3.1,"_content":"Text"}
SEEN
echo "as described"
