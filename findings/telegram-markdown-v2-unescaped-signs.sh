#!/usr/bin/env bash
# telegram-markdown-v2 0.0.4: messages with a table, a task, a note, a rule or HTML cannot be sent.
#
# Expected (Bot API, MarkdownV2 style): "[", "]", "|", "-", ">", "#" and the like are escaped wherever they are text, as the
# package escapes "." and "!", since Telegram refuses the whole message otherwise.
# Seen: what the converter has no rule for is written as it is, with bare signs: the bars of a table, the box of a task, the
# mark of a note, the tags of HTML. A rule is "***", which opens bold and italics that never end. Paragraphs are right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" telegram-markdown-v2@0.0.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { convert } from "telegram-markdown-v2";

const special = /(?<!\\)[[\]()~`>#+\-=|{}.!]/g;
for (const text of [
  "Rye is tall. (1.8 m!)",
  "| rye | oats |\n| --- | --- |\n| 1 | 2 |",
  "- [x] mill",
  "Rye.[^1]\n\n[^1]: A grain",
  "Rye\n\n---\n\nOats",
  "<b>Rye</b> rises",
]) {
  const message = convert(text);
  console.log(JSON.stringify(message), (message.match(special) ?? []).join(""));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye is tall\\. \\(1\\.8 m\\!\\)\n" 
"| rye | oats |\n| 1 | 2 |\n" ||||||
"•   [x] mill\n" []
"Rye\\.[^1]\n\n[^1]: A grain\n" [][]
"Rye\n\n***\n\nOats\n" 
"<b>Rye</b> rises\n" >>
SEEN
echo "as described"
