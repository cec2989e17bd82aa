#!/usr/bin/env bash
# html-ellipsis 2.0.16: a comment gets an end tag of its own, and a cut within a reference shows a half of it.
#
# Expected ("truncates a html string without messing up the tags"): a comment has no end; "&amp;" is one letter, and is
# kept as a whole or left out.
# Seen: a text with a comment ends with "</!-->", which is no tag. "Rye &amp; oats" cut there ends with "&am", a part of a
# letter's name that counts as five letters. A void element such as <br> is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-ellipsis@2.0.16 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { htmlEllipsis } from "html-ellipsis";

const texts = ["<p>Rye<!-- ask Ann --> and oats</p>", "<p>Rye &amp; oats</p>", "<p>Rye<br>and oats</p>", "<p>Rye <b>and</b> oats</p>"];
for (const text of texts) console.log(JSON.stringify([text, htmlEllipsis(text, 7)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["<p>Rye<!-- ask Ann --> and oats</p>","<p>Rye<!-- ask Ann --> and</!--></p>"]
["<p>Rye &amp; oats</p>","<p>Rye &am</p>"]
["<p>Rye<br>and oats</p>","<p>Rye<br>and </p>"]
["<p>Rye <b>and</b> oats</p>","<p>Rye <b>and</b></p>"]
SEEN
echo "as described"
