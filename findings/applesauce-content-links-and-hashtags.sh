#!/usr/bin/env bash
# applesauce-content 6.2.0 (Nostr): an address ends before its parenthesis, and a comma or a full stop belongs to it.
#
# Expected: "https://mill.example/rye_(grain), and" is a link to the page, without the comma; a hashtag ends before an
# apostrophe and begins after a bracket, if the note says that it has it; what is code stays text.
# Seen: the link leads to ".../rye_", another to "/oats,". "#rye’s", "(#rye)" and "#rye-bread" are no hashtags, though the
# note has the tag "rye". A host with an umlaut is no link, an address in a block of code is one.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" applesauce-content@6.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Text } from "applesauce-content";

const texts = [
  "https://mill.example/rye_(grain), and", "See https://mill.example/rye, https://mill.example/oats.", "#rye", "#rye’s price", "(#rye)",
  "#rye-bread", "https://mühle.example/", "```\nhttps://code.example/a\n```",
];
for (const content of texts) {
  const note = { kind: 1, content, tags: [["t", "rye"]], pubkey: "0".repeat(64), id: "0".repeat(64), created_at: 1, sig: "" };
  const { children } = Text.getParsedContent(note, undefined, undefined, Symbol("cache"));
  console.log(JSON.stringify([content, children.map((part) => (part.type === "text" ? part.value : { [part.type]: part.href ?? part.name }))]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["https://mill.example/rye_(grain), and",[{"link":"https://mill.example/rye_"},"(grain), and"]]
["See https://mill.example/rye, https://mill.example/oats.",["See ",{"link":"https://mill.example/rye,"}," ",{"link":"https://mill.example/oats."}]]
["#rye",[{"hashtag":"rye"}]]
["#rye’s price",["#rye’s price"]]
["(#rye)",["(#rye)"]]
["#rye-bread",["#rye-bread"]]
["https://mühle.example/",["https://mühle.example/"]]
["```\nhttps://code.example/a\n```",["```\n",{"link":"https://code.example/a"},"\n```"]]
SEEN
echo "as described"
