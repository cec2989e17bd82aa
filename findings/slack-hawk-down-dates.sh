#!/usr/bin/env bash
# slack-hawk-down 0.3.5, @clearfeed-ai/slack-to-html 1.2.7: dates vanish, "greater than" quotes, addresses change.
#
# Expected (Slack, "Formatting text for app surfaces"): <!date^…|text> has a text for those who cannot format the date;
# "&gt;" begins a quotation only at the beginning of a line, and neighbouring lines are one; an address stays as it is.
# Seen: both put the date between angle brackets, an element that nobody sees. slack-hawk-down makes a quotation of
# what follows "a &gt;", and of the first line alone of two; slack-to-html changes "_" in addresses to "%5F", and
# in its own `target="_blank"`, too; bold within italics shows its stars.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    slack-hawk-down@0.3.5 @clearfeed-ai/slack-to-html@1.2.7 >/dev/null
cat >"$work/try.cjs" <<'JS'
const clearfeed = require("@clearfeed-ai/slack-to-html");
const hawk = require("slack-hawk-down");

for (const text of [
  "On <!date^1700000000^{date_num}|2023-11-14> we bake",
  "a &gt; b",
  "&gt; one\n&gt; two",
  "<https://digest.example/a_b|mill>",
  "_*both*_",
]) {
  console.log("hawk", JSON.stringify(hawk.escapeForSlackWithMarkdown(text)));
  console.log("clearfeed", JSON.stringify(clearfeed.escapeForSlackWithMarkdown(text)));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
hawk "On <2023-11-14> we bake"
clearfeed "On <2023-11-14> we bake"
hawk "a <span class=\"slack_block\"> b</span>"
clearfeed "a &gt; b"
hawk "<span class=\"slack_block\"> one</span>\n&gt; two"
clearfeed "<blockquote class=\"slack_block\"> one</blockquote>\n<blockquote class=\"slack_block\"> two</blockquote>"
hawk "<a href=\"https://digest.example/a_b\" target=\"_blank\" rel=\"noopener noreferrer\">mill</a>"
clearfeed "<a href=\"https://digest.example/a%5Fb\" target=\"&#95;blank\" rel=\"noopener noreferrer\">mill</a>"
hawk "<span class=\"slack_italics\"><span class=\"slack_bold\">both</span></span>"
clearfeed "<em class=\"slack_italics\">*both*</em>"
SEEN
echo "as described"
