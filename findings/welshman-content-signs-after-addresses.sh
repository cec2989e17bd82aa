#!/usr/bin/env bash
# @welshman/content 0.8.15: a closing quotation mark is part of an address, a bracket is not, and sentences are links.
#
# Expected: parse() of a note of Nostr finds its links as readers mean them: a closing quotation mark ends an address,
# and so does a bracket unless it was opened within the address. "Rest it.Then bake" has no address: no domain
# ends in "then". A tag ends before a quotation mark.
# Seen: of Wikipedia's "…/Rye_(bread)" the last bracket is not part of the link; of “https://…” the mark is,
# and of “#rye” too. Two words with a full stop between them are a link to a domain that does not exist, and so are the
# minutes and the word in "7:30.Then".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @welshman/content@0.8.15 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parse } from "@welshman/content";

const notes = [
  "See https://bread.example/Rye_(bread) first.",
  "She wrote “https://bread.example/rye” in it.",
  "Filed under “#rye”.",
  "Rest it.Then bake.",
  "Until 7:30.Then bake.",
];
for (const content of notes) {
  const parts = parse({ content, tags: [] }).filter(({ type }) => type !== "text");
  console.log(content);
  for (const { type, value } of parts) console.log("   ", type, String(value.url ?? value));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
See https://bread.example/Rye_(bread) first.
    link https://bread.example/Rye_(bread
She wrote “https://bread.example/rye” in it.
    link https://bread.example/rye%E2%80%9D
Filed under “#rye”.
    topic rye”
Rest it.Then bake.
    link https://it.then/
Until 7:30.Then bake.
    link https://30.then/
SEEN
echo "as described"
