#!/usr/bin/env bash
# @atproto/api 0.19.19: an address in quotation marks or angle brackets is no link.
#
# Expected: the library that finds the links of a post (RichText.detectFacets) finds an address wherever a word
# may begin, as linkify-it and Mastodon do; angle brackets are the marks that RFC 3986 (appendix C) recommends.
# Seen: it must follow a space or an opening parenthesis. After a quotation mark, an angle bracket, a dash or a
# full-width parenthesis the post has no link, and an archive of such posts holds only the words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @atproto/api@0.19.19 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { RichText } from "@atproto/api";

for (const text of [
  "see https://digest.example/rye",
  "see (https://digest.example/rye)",
  "see “https://digest.example/rye”",
  'see "https://digest.example/rye"',
  "see <https://digest.example/rye>",
  "see —https://digest.example/rye",
  "see （https://digest.example/rye）",
]) {
  const post = new RichText({ text });
  post.detectFacetsWithoutResolution();
  console.log(text, JSON.stringify((post.facets ?? []).map(({ features }) => features[0].uri)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
see https://digest.example/rye ["https://digest.example/rye"]
see (https://digest.example/rye) ["https://digest.example/rye"]
see “https://digest.example/rye” []
see "https://digest.example/rye" []
see <https://digest.example/rye> []
see —https://digest.example/rye []
see （https://digest.example/rye） []
SEEN
echo "as described"
