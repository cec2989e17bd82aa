#!/usr/bin/env bash
# html2markdown 1.1.0 (npm): header cells join outside any table, the second of two links joins the first.
#
# Expected: a table keeps its header, two links have a space between them, lists their first number.
# Seen: <tr>ab</tr> stands in a table of HTML, so that browsers show "ab" above it; "[rye][0][oat][1]" has no space; a
# list that begins with 3 begins with 1; a word in bold joins its neighbours; scripts are text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html2markdown@1.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "html2markdown";

for (const page of [
  "<table><tr><th>Loaf</th><th>Price</th></tr><tr><td>rye</td><td>5</td></tr></table>",
  "<p><a href='/rye'>rye</a> <a href='/oat'>oat</a></p>",
  "<ol start='3'><li>rye</li><li>oat</li></ol>",
  "<p>a<b> big </b>loaf</p>",
  "<script>count()</script><p>Rye</p>",
]) console.log(page, "->", JSON.stringify(convert(page)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<table><tr><th>Loaf</th><th>Price</th></tr><tr><td>rye</td><td>5</td></tr></table> -> "<table><tr>LoafPrice</tr><tr><td>rye</td><td>5</td></tr></table>"
<p><a href='/rye'>rye</a> <a href='/oat'>oat</a></p> -> "[rye][0][oat][1]\n\n[0]: /rye\n[1]: /oat"
<ol start='3'><li>rye</li><li>oat</li></ol> -> "1. rye\n1. oat\n"
<p>a<b> big </b>loaf</p> -> "a**big**loaf\n\n"
<script>count()</script><p>Rye</p> -> "count()\n\nRye\n\n"
SEEN
echo "as described"
