#!/usr/bin/env bash
# storyblok-markdown-richtext 1.0.3: a list that begins with 3 begins with 1, and a table is one line of bars.
#
# Expected: the rich text says what the Markdown says, as it was written before it moved to Storyblok.
# Seen: "order" is 1 for every list; a table (GitHub's) is a paragraph with its lines joined, struck words keep their
# tildes, tags are shown as text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" storyblok-markdown-richtext@1.0.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "storyblok-markdown-richtext";

const toRichtext = convert.markdownToRichtext;
const shown = (node) => (
  node.text ?? `${node.type} ${node.attrs?.order ?? ""}[${(node.content ?? []).map(shown).join("")}]`
);
for (const text of ["3. rye\n4. oat", "| rye | 5 |\n|---|---|\n| oat | 4 |", "~~rye~~ oat", "<b>rye</b>"])
  console.log(JSON.stringify(text), "->", shown(toRichtext(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"3. rye\n4. oat" -> doc [ordered_list 1[list_item [paragraph [rye]]list_item [paragraph [oat]]]]
"| rye | 5 |\n|---|---|\n| oat | 4 |" -> doc [paragraph [| rye | 5 | |---|---| | oat | 4 |]]
"~~rye~~ oat" -> doc [paragraph [~~rye~~ oat]]
"<b>rye</b>" -> doc [paragraph [<b>rye</b>]]
SEEN
echo "as described"
