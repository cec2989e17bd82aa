#!/usr/bin/env bash
# html-to-mrkdwn 3.0.0: tables are nothing at all, and code loses its fence, so that its stars are bold.
#
# Expected: Slack has no tables, so that the words of one stay as lines, or in a fence; <pre> is a fence ("```"), in
# which Slack reads no marks; a word that is bold in a bold heading needs no second star.
# Seen: a table goes with all its words; <pre> becomes plain lines; "*Rye *and salt**" has stars that are shown.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-mrkdwn@3.0.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const converter = require("html-to-mrkdwn");

const convert = converter.default ?? converter;
for (const html of [
  "<p>We need</p><table><tr><td>rye</td><td>5 kg</td></tr></table>",
  "<pre>f(*a, *b)\n  return</pre>",
  "<h2>Rye <b>and salt</b></h2>",
])
  console.log(JSON.stringify(convert(html)));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"text":"We need"}
{"text":"f(*a, *b)\n  return"}
{"text":"*Rye *and salt**"}
SEEN
echo "as described"
