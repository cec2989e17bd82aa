#!/usr/bin/env bash
# nostr-tools 2.25.2: an address ends at its first letter that is not ASCII, or at a comma; so do hashtags.
#
# Expected: the parser of notes (nip27) finds an address to its end, "/wiki/Café" and "/a,b" included, as linkify-it
# 5.0.2 does; a hashtag is a word in any language, and has a letter.
# Seen: at the end of a word, the last letter that is not ASCII is cut off, "/wiki/Caf", and is text after the link;
# "Mill_(Rye)" lacks its bracket; "#Brötchen" is "Br", and "12" of "issue #12" is a hashtag.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" nostr-tools@2.25.2 linkify-it@5.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import LinkifyIt from "linkify-it";
import { parse } from "nostr-tools/nip27";

const linkify = new LinkifyIt();
for (const note of [
  "See https://digest.example/wiki/Café now",
  "See https://digest.example/wiki/Mill_(Rye) now",
  "See https://digest.example/a,b now",
  "#Brötchen of issue #12",
]) {
  console.log("nip27", JSON.stringify([...parse(note)].map(({ type, text, url, value }) => [type, text ?? url ?? value])));
  console.log("linkify-it", JSON.stringify((linkify.match(note) ?? []).map(({ url }) => url)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
nip27 [["text","See "],["url","https://digest.example/wiki/Caf"],["text","é now"]]
linkify-it ["https://digest.example/wiki/Café"]
nip27 [["text","See "],["url","https://digest.example/wiki/Mill_(Rye"],["text",") now"]]
linkify-it ["https://digest.example/wiki/Mill_(Rye)"]
nip27 [["text","See "],["url","https://digest.example/a"],["text",",b now"]]
linkify-it ["https://digest.example/a,b"]
nip27 [["text",""],["hashtag","Br"],["text","ötchen of issue "],["hashtag","12"]]
linkify-it []
SEEN
echo "as described"
