#!/usr/bin/env bash
# @tryfabric/mack 1.2.1: inner items, the second paragraph of an item, and lists and code in quotations are not in Slack.
#
# Expected: Markdown as blocks of Slack has all words: an inner item is one of the list, a quoted list its lines, a list that
# begins at 3 begins there, and a hard break parts two lines.
# Seen: they are left out without a word. A break joins the words beside it; each list counts from 1; a picture within a link
# is a link without words; a task that is done looks like one that is open.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @tryfabric/mack@1.2.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { markdownToBlocks } from "@tryfabric/mack";

for (const text of [
  "- rye\n  - sown in May\n- oats",
  "- rye\n\n  It is tall.",
  "> - rye",
  "> Rye:\n>\n> ```\n> sow()\n> ```",
  "Roses are red  \nRye is not",
  "3. mill\n4. bake",
  "- [x] mill\n- [ ] bake",
  "[![loaf](https://rye.example/loaf.png)](https://rye.example/)",
]) console.log(JSON.stringify(text), JSON.stringify((await markdownToBlocks(text)).map((block) => block.text?.text ?? block.type)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"- rye\n  - sown in May\n- oats" ["• rye\n• oats"]
"- rye\n\n  It is tall." ["• rye"]
"> - rye" []
"> Rye:\n>\n> ```\n> sow()\n> ```" ["Rye:"]
"Roses are red  \nRye is not" ["Roses are redRye is not"]
"3. mill\n4. bake" ["1. mill\n2. bake"]
"- [x] mill\n- [ ] bake" ["• mill\n• bake"]
"[![loaf](https://rye.example/loaf.png)](https://rye.example/)" ["<https://rye.example/|> "]
SEEN
echo "as described"
