#!/usr/bin/env bash
# nano-markdown 1.2.2: an escaped underscore becomes control characters, which XML and feeds do not allow.
#
# Expected: "\_" shows an underscore, as "\*" shows a star and "\[" a bracket.
# Seen: "snake\_case" has U+0001 and U+001D in its place: a browser shows nothing or boxes, a feed or an e-book with the
# post is malformed. Other escaped signs are right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" nano-markdown@1.2.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import markdown from "nano-markdown";

const texts = ["snake\\_case", "2 \\* 3", "\\[x\\] \\# y", "_rye_"];
for (const text of texts) console.log(JSON.stringify([text, markdown(text)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["snake\\_case","<p>snake\u0001\u001dcase</p>"]
["2 \\* 3","<p>2 * 3</p>"]
["\\[x\\] \\# y","<p>[x] # y</p>"]
["_rye_","<p><i>rye</i></p>"]
SEEN
echo "as described"
