#!/usr/bin/env bash
# slackify-html 1.0.1: lines, paragraphs, items and cells are one word.
#
# Expected: a message has a line for each line of the page; "<", ">" and "&" are escaped, as Slack wants it.
# Seen: nothing stands for </p>, <br>, </li> or </td>; references are decoded, and no sign is escaped; the spaces of a
# bold word stay within its asterisks, so that it is not bold.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" slackify-html@1.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import slackify from "slackify-html";

for (const page of [
  "<p>Rye<br>bread</p><p>keeps.</p>",
  "<ul><li>rye</li><li>oat</li></ul>",
  "<h1>Rye</h1><table><tr><td>loaf</td><td>5</td></tr></table>",
  "<p>1 &lt; 2 &amp; 3</p>",
  "<p>a<b> big </b>loaf</p>",
]) console.log(page, "->", JSON.stringify(slackify(page)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Rye<br>bread</p><p>keeps.</p> -> "Ryebreadkeeps."
<ul><li>rye</li><li>oat</li></ul> -> "ryeoat"
<h1>Rye</h1><table><tr><td>loaf</td><td>5</td></tr></table> -> "Ryeloaf5"
<p>1 &lt; 2 &amp; 3</p> -> "1 < 2 & 3"
<p>a<b> big </b>loaf</p> -> "a* big *loaf"
SEEN
echo "as described"
