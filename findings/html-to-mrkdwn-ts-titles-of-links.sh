#!/usr/bin/env bash
# @clearfeed-ai/html-to-mrkdwn-ts 3.0.0: the title of a link becomes a part of its address.
#
# Expected (Slack, "Formatting text for app surfaces"): a link is "<address|text>"; the title, which Slack cannot show,
# is left out, or stands after the link.
# Seen: <https://rye.example/ "The bakery"|rye>: Slack takes all before the bar for the address. In a cell the words on
# both sides of a line break join; a table is text with bars.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @clearfeed-ai/html-to-mrkdwn-ts@3.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "@clearfeed-ai/html-to-mrkdwn-ts";

const toMrkdwn = convert.default ?? convert;
for (const page of [
  '<p>See <a href="https://rye.example/" title="The bakery">rye</a>.</p>',
  "<table><tr><th>Loaf</th></tr><tr><td>rye<br>bread</td></tr></table>",
]) console.log(page, "->", JSON.stringify(toMrkdwn(page).text));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>See <a href="https://rye.example/" title="The bakery">rye</a>.</p> -> "See <https://rye.example/ \"The bakery\"|rye>."
<table><tr><th>Loaf</th></tr><tr><td>rye<br>bread</td></tr></table> -> "| Loaf     |\n| -------- |\n| ryebread |"
SEEN
echo "as described"
