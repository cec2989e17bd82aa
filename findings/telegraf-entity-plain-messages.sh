#!/usr/bin/env bash
# @telegraf/entity 0.7.0: a Telegram message without formatting is not escaped; links lead nowhere.
#
# Expected (Bot API, "Formatting options"): in MarkdownV2, ".", "(" and "!" are always escaped, and ")" and "\" in the
# address of a link; an entity of type "url" may be "digest.example/rye", which clients open with "http://".
# Seen: with an entity in the message everything is escaped, without any nothing is, so that "1. Rye (new)!" cannot be
# sent; the address of a link is not escaped at all; in HTML, `href` is relative to the page.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @telegraf/entity@0.7.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { toHTML, toMarkdownV2 } = require("@telegraf/entity");

const text = "1. Rye (new)!";
console.log(toMarkdownV2({ text }));
console.log(toMarkdownV2({ text, entities: [{ type: "bold", offset: 3, length: 3 }] }));
const url = "https://digest.example/mill_(rye)";
console.log(toMarkdownV2({ text: "mill", entities: [{ type: "text_link", offset: 0, length: 4, url }] }));
console.log(toHTML({ text: "digest.example/rye", entities: [{ type: "url", offset: 0, length: 18 }] }));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
1. Rye (new)!
1\. *Rye* \(new\)\!
[mill](https://digest.example/mill_(rye))
<a href="digest.example/rye">digest.example/rye</a>
SEEN
echo "as described"
