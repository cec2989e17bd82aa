#!/usr/bin/env bash
# @wordpress/autop 4.56.0: after "<3", a text has no paragraphs.
#
# Expected: a blank line parts two paragraphs, in WordPress's classic texts as in the previews and migrations that use
# this package. In HTML (13.2.5.6), "<" before a digit is text.
# Seen: the text between "<3" and the next ">" is taken for a tag, whose line ends are kept from becoming paragraphs:
# all of it is one <p>, without line breaks. "Rye < oats" does the same.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @wordpress/autop@4.56.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { autop } = require("@wordpress/autop");

for (const text of ["I love rye…\n\nI sow it.\nIn October.", "I <3 rye\n\nI sow it.\nIn October.", "Rye < oats\n\nI sow it."])
  console.log(JSON.stringify(autop(text)));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p>I love rye…</p>\n<p>I sow it.<br />\nIn October.</p>\n"
"<p>I <3 rye\n\nI sow it.\nIn October.\n</p>\n"
"<p>Rye < oats\n\nI sow it.\n</p>\n"
SEEN
echo "as described"
