#!/usr/bin/env bash
# @atcute/bluesky-richtext-segmenter 3.0.2: links of a Bluesky post that are not stored in the order of the text are lost.
#
# Expected: facets, as a post's links and tags are called, may stand in any order; Bluesky's documentation tells programs to
# sort them by where they begin, and @atproto/api does.
# Seen: each is compared with the end of the one before, so that after one that is further back all earlier ones are plain
# text. Of two that overlap, it cuts the second in two, and its second half is the link.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @atcute/bluesky-richtext-segmenter@3.0.2 @atproto/api@0.19.19 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { segmentize } from "@atcute/bluesky-richtext-segmenter";
import { RichText } from "@atproto/api";

const link = (byteStart, byteEnd, uri) => ({
  index: { byteStart, byteEnd },
  features: [{ $type: "app.bsky.richtext.facet#link", uri }],
});
const text = "rye and oats";
for (const facets of [
  [link(0, 3, "rye:"), link(8, 12, "oats:")],
  [link(8, 12, "oats:"), link(0, 3, "rye:")],
  [link(0, 7, "rye:"), link(4, 12, "oats:")],
]) {
  const first = segmentize(text, facets).map((part) => [part.text, part.features?.[0].uri]);
  const second = [...new RichText({ text, facets }).segments()].map((part) => [part.text, part.link?.uri]);
  for (const [name, parts] of [["atcute", first], ["atproto", second]])
    console.log(name, parts.map(([words, uri]) => (uri ? `[${words}](${uri})` : words)).join(""));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
atcute [rye](rye:) and [oats](oats:)
atproto [rye](rye:) and [oats](oats:)
atcute rye and [oats](oats:)
atproto [rye](rye:) and [oats](oats:)
atcute [rye and](rye:)[ oats](oats:)
atproto [rye and](rye:) oats
SEEN
echo "as described"
