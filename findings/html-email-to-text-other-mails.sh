#!/usr/bin/env bash
# html-email-to-text 1.0.4: the plain text of a mail begins with the texts of all mails that were converted before it.
#
# Expected: a function that is given one mail gives the text of that mail, whatever it was given before.
# Seen: the text grows with each call, as it is kept outside of the function: the second mail of a newsletter, or the
# second post of an archive, has the first in it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-email-to-text@1.0.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "html-email-to-text";

for (const mail of ["<p>To Ann: your code is 1234.</p>", "<p>To Bob.</p><p>Hello.</p>", "<ul><li>rye</li><li>oats</li></ul>"]) {
  console.log(JSON.stringify([mail, convert(mail)]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["<p>To Ann: your code is 1234.</p>","To Ann: your code is 1234. "]
["<p>To Bob.</p><p>Hello.</p>","To Ann: your code is 1234. To Bob. Hello. "]
["<ul><li>rye</li><li>oats</li></ul>","To Ann: your code is 1234. To Bob. Hello. rye oats "]
SEEN
echo "as described"
