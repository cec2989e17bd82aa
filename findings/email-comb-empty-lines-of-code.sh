#!/usr/bin/env bash
# email-comb 7.4.4: two empty lines of code or of a poem in <pre> are none in the mail, while one stays.
#
# Expected: unused rules and names of classes go; what a reader sees stays: in <pre> every line end is shown (HTML, 15.3.3),
# as Python's style has two empty lines between functions.
# Seen: three line ends in a row become one wherever they stand, so that functions and parts of a poem run into each other;
# two stay. Spaces at the beginning of lines stay as well. So it is by default, with "uglify" off.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" email-comb@7.4.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { comb } from "email-comb";

for (const html of [
  '<pre class="poem">Sow rye,\n  reap rye.\n\nSow oats,\n  reap oats.</pre>',
  "<pre>def sow():\n    pass\n\n\ndef reap():\n    pass</pre>",
]) console.log(JSON.stringify(html), "=>", JSON.stringify(comb(html).result));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<pre class=\"poem\">Sow rye,\n  reap rye.\n\nSow oats,\n  reap oats.</pre>" => "<pre>Sow rye,\n  reap rye.\n\nSow oats,\n  reap oats.</pre>"
"<pre>def sow():\n    pass\n\n\ndef reap():\n    pass</pre>" => "<pre>def sow():\n    pass\ndef reap():\n    pass</pre>"
SEEN
echo "as described"
