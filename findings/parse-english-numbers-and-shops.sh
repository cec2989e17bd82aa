#!/usr/bin/env bash
# parse-english 7.0.0 (retext's), compromise 14.17.0: "No. 5" is two sentences, "Yahoo! Inc." too.
#
# Expected: "No." before a number is an abbreviation; both know "Dr." and "e.g.".
# Seen: both end a sentence there. parse-english ends none before a small letter or a figure, so that a numbered list
# in one line, or "node.js is fun. use it.", is one sentence; a remark in brackets is a sentence to it alone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    compromise@14.17.0 nlcst-to-string@4.0.0 parse-english@7.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { ParseEnglish } from "parse-english";
import { toString } from "nlcst-to-string";
import nlp from "compromise";

const english = (text) => (
  new ParseEnglish().parse(text).children[0].children.filter((node) => node.type === "SentenceNode").map(toString)
);
for (const text of [
  "Chanel No. 5 is old. It sells.",
  "He left Yahoo! Inc. in May.",
  "See https://rye.example/a. And 1. mix 2. knead.",
  "(She left.) He stayed.",
]) {
  console.log("parse-english:", english(text).map((sentence) => sentence.trim()).join(" | "));
  console.log("compromise:   ", nlp(text).sentences().out("array").join(" | "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
parse-english: Chanel No. | 5 is old. | It sells.
compromise:    Chanel No. | 5 is old. | It sells.
parse-english: He left Yahoo! | Inc. in May.
compromise:    He left Yahoo! | Inc. in May.
parse-english: See https://rye.example/a. And 1. mix 2. knead.
compromise:    See https://rye.example/a. | And 1. | mix 2. | knead.
parse-english: (She left.) | He stayed.
compromise:    (She left.) He stayed.
SEEN
echo "as described"
