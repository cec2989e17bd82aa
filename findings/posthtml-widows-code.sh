#!/usr/bin/env bash
# posthtml-widows 1.0.2: the last space of code is one that programs refuse, when the box around it is marked.
#
# Expected: "prevent-widows" on a box keeps the last two words of its texts on one line by a space that does not break; code and
# programs are no texts.
# Seen: the last space of each text within the box becomes "&nbsp;", in <pre>, <code> and <script> as well: a command that is
# copied from the page is another one, and a program does not run. A text of few words and a template's braces are spared.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" posthtml@0.16.7 posthtml-widows@1.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import posthtml from "posthtml";
import widows from "posthtml-widows";

const mail = posthtml([widows()]);
for (const html of [
  "<p prevent-widows>We sow the rye in the month of May</p>",
  "<div prevent-widows><pre>sow --rye --in may --field 2 --now yes</pre></div>",
  "<div prevent-widows><p>Run <code>sow --rye --in may --field two now</code></p></div>",
  "<div prevent-widows><script>let rye = 1 + 2 + 3 + 4;</script></div>",
]) console.log((await mail.process(html)).html);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>We sow the rye in the month of&nbsp;May</p>
<div><pre>sow --rye --in may --field 2 --now&nbsp;yes</pre></div>
<div><p>Run <code>sow --rye --in may --field two&nbsp;now</code></p></div>
<div><script>let rye = 1 + 2 + 3 +&nbsp;4;</script></div>
SEEN
echo "as described"
