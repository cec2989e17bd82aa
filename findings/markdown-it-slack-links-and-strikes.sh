#!/usr/bin/env bash
# markdown-it-slack 1.2.0 ("Renders Slack markdown"): a link leads to its address and its words in one; no word is struck.
#
# Expected (Slack, "Formatting text"): "<https://rye.example|rye>" is a link with the words "rye", "~old~" is struck, a name is
# "<@U012>", and each line of a message is a line.
# Seen: the link leads to "https://rye.example%7Crye" and shows both; struck words, names and channels show
# their marks, and two lines are one. Bold words are right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-it@14.3.3 markdown-it-slack@1.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import slack from "markdown-it-slack";

const md = MarkdownIt().use(slack.default ?? slack);
const messages = ["*bold* and _italic_", "<https://rye.example|rye>", "<https://rye.example>", "~old~ new", "<@U012> in <#C34|mill>", "one\ntwo"];
for (const message of messages) console.log(JSON.stringify([message, md.render(message)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["*bold* and _italic_","<p><strong>bold</strong> and <em>italic</em></p>\n"]
["<https://rye.example|rye>","<p><a href=\"https://rye.example%7Crye\">https://rye.example|rye</a></p>\n"]
["<https://rye.example>","<p><a href=\"https://rye.example\">https://rye.example</a></p>\n"]
["~old~ new","<p>~old~ new</p>\n"]
["<@U012> in <#C34|mill>","<p>&lt;@U012&gt; in &lt;#C34|mill&gt;</p>\n"]
["one\ntwo","<p>one\ntwo</p>\n"]
SEEN
echo "as described"
