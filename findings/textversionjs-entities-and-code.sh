#!/usr/bin/env bash
# textversionjs 1.1.3: the plain text of a mail keeps references such as &amp;, and code runs into what follows.
#
# Expected: the text version of a mail shows & for &amp; and ’ for &#8217;; lines of <pre> stay apart, and a quotation begins
# on a line of its own.
# Seen: readers get the references as they are written. The line break within <pre> is lost, and the quotation below it stands
# on the same line. An item begins with three hyphens, one in a list within it with six.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" textversionjs@1.1.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "textversionjs";

for (const html of [
  "<p>Oil &amp; wicks, Ann&#8217;s &hellip;</p>",
  "<pre>trim\n  light</pre><blockquote>It burns.</blockquote>",
  "<ul><li>oil<ul><li>lamp oil</li></ul></li></ul>",
]) {
  console.log(JSON.stringify(convert(html)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Oil &amp; wicks, Ann&#8217;s &hellip;\n"
"trim lightIt burns.\n"
"---oil\n------lamp oil\n"
SEEN
echo "as described"
