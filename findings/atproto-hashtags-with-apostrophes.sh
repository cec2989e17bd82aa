#!/usr/bin/env bash
# @atproto/api 0.19.19: "#rye’s" is the hashtag "rye’s", "(#rye)" is none, and an ellipsis after an address is part of it.
#
# Expected: a hashtag begins after a bracket or a quotation mark, and ends before an apostrophe, as twitter-text and Mastodon
# have it, so that posts on one subject are found together; "…" after an address means that words are left out.
# Seen: with either apostrophe the "s" belongs to the tag; in brackets and quotation marks there is none.
# "https://rye.example/a…" leads to a page whose name ends with the sign. "HTTPS://" is no link.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @atproto/api@0.19.19 twitter-text@3.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { RichText } from "@atproto/api";
import twitter from "twitter-text";

for (const text of ["#rye’s price", "#rye's price", "“#rye”", "(#rye)", "#rye, #oats.", "https://rye.example/a… and on", "HTTPS://RYE.EXAMPLE/a"]) {
  const post = new RichText({ text });
  post.detectFacetsWithoutResolution();
  const found = (post.facets ?? []).map(({ features: [feature] }) => feature.tag ?? feature.uri);
  console.log(JSON.stringify([text, found, twitter.extractHashtags(text)]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["#rye’s price",["rye’s"],["rye"]]
["#rye's price",["rye's"],["rye"]]
["“#rye”",[],["rye"]]
["(#rye)",[],["rye"]]
["#rye, #oats.",["rye","oats"],["rye","oats"]]
["https://rye.example/a… and on",["https://rye.example/a…"],[]]
["HTTPS://RYE.EXAMPLE/a",[],[]]
SEEN
echo "as described"
