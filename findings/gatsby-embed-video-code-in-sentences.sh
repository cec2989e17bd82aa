#!/usr/bin/env bash
# gatsby-remark-embed-video 3.2.1: code in a sentence that begins with "video:" is an error in red on the page.
#
# Expected: a film is a line of its own, as in the plugin's examples; code within a sentence, such as the name of a
# setting, is code, and what cannot be a film stays as it was written.
# Seen: "Set `video: none`." publishes "Error: Id could not be processed" in place of the code, and the build succeeds.
# "`youtube: key`" in a sentence is a player of a film called "key". A film that is linked at a moment begins at its
# beginning.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    remark@13.0.0 gatsby-remark-embed-video@3.2.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import embedVideo from "gatsby-remark-embed-video";
import remark from "remark";

const texts = [
  "`youtube: dQw4w9WgXcQ`", "Set `video: none` in the file.", "Put your `youtube: key` there.", "`youtube: https://youtu.be/dQw4w9WgXcQ?t=30`",
];
for (const text of texts) {
  const markdownAST = remark().parse(text);
  await (embedVideo.default ?? embedVideo)({ markdownAST }, {});
  const parts = markdownAST.children[0].children.map(({ value }) => value.match(/src="[^"]*"/)?.[0] ?? value);
  console.log(JSON.stringify([text, parts]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["`youtube: dQw4w9WgXcQ`",["src=\"https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0\""]]
["Set `video: none` in the file.",["Set ","<p style=\"color: red\">Error: Id could not be processed</p>"," in the file."]]
["Put your `youtube: key` there.",["Put your ","src=\"https://www.youtube.com/embed/key?rel=0\""," there."]]
["`youtube: https://youtu.be/dQw4w9WgXcQ?t=30`",["src=\"https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0\""]]
SEEN
echo "as described"
