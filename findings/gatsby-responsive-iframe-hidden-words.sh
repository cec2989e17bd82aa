#!/usr/bin/env bash
# gatsby-remark-responsive-iframe 6.16.0: words beside a player in HTML lie below it, or are cut off.
#
# Expected ("wraps iframes or objects … within markdown files"): the player is put into a box that keeps its shape; words
# before and after it stay outside of the box, where they can be read.
# Seen: the box is put around the whole block of HTML, up to its blank line. It has no height of its own, "overflow:
# hidden", and the player lies over all of it: a caption, a paragraph or a second player in the block is below the first,
# or not to be seen.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    --legacy-peer-deps --ignore-scripts remark@13.0.0 gatsby-remark-responsive-iframe@6.16.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import responsive from "gatsby-remark-responsive-iframe";
import remark from "remark";

const player = '<iframe src="https://films.example/rye" width="400" height="300"></iframe>';
for (const text of [player, `<figure>\n${player}\n<figcaption>How rye is sown.</figcaption>\n</figure>`, `<p>See: ${player} And wait.</p>`]) {
  const markdownAST = remark().parse(text);
  await (responsive.default ?? responsive)({ markdownAST });
  console.log(markdownAST.children.map(({ value }) => value).join("").replaceAll(/\s+/g, " "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<div class="gatsby-resp-iframe-wrapper" style="padding-bottom: 75%; position: relative; height: 0; overflow: hidden; " > <iframe src="https://films.example/rye" style=" position: absolute; top: 0; left: 0; width: 100%; height: 100%; "></iframe> </div>
<div class="gatsby-resp-iframe-wrapper" style="padding-bottom: 75%; position: relative; height: 0; overflow: hidden; " > <figure> <iframe src="https://films.example/rye" style=" position: absolute; top: 0; left: 0; width: 100%; height: 100%; "></iframe> <figcaption>How rye is sown.</figcaption> </figure> </div>
<div class="gatsby-resp-iframe-wrapper" style="padding-bottom: 75%; position: relative; height: 0; overflow: hidden; " > <p>See: <iframe src="https://films.example/rye" style=" position: absolute; top: 0; left: 0; width: 100%; height: 100%; "></iframe> And wait.</p> </div>
SEEN
echo "as described"
