#!/usr/bin/env bash
# gatsby-remark-lazy-load 1.0.2: a picture that an author writes in HTML never loads, nor does it without JavaScript.
#
# Expected ("Move src and srcset to data-src…; add class lazyload to img tag"): each picture gets the class that lets it
# load; what is said of "src=" in a sentence stays.
# Seen: the address is moved, the class is added to pictures of Gatsby's own plugin alone: others have neither an address
# nor the class. Of several in one block the first alone is changed, of a <picture> the wrong part, and of a sentence that
# shows "src=" its words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    remark@13.0.0 gatsby-remark-lazy-load@1.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import lazyLoad from "gatsby-remark-lazy-load";
import remark from "remark";

const texts = [
  '<img src="mill.png" alt="Mill">', '<img class="gatsby-resp-image-image" src="mill.png">',
  '<p>\n<img src="mill.png">\n<img src="rye.png">\n</p>', '<p>Give it src=mill.png: <img src="mill.png"></p>',
  '<picture>\n<source srcset="mill.webp">\n<img src="mill.png" srcset="big.png 2x">\n</picture>',
];
for (const text of texts) {
  const markdownAST = remark().parse(text);
  await lazyLoad({ markdownAST });
  console.log(JSON.stringify([text, markdownAST.children.map(({ value }) => value)]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["<img src=\"mill.png\" alt=\"Mill\">",["<img data-src=\"mill.png\" alt=\"Mill\">"]]
["<img class=\"gatsby-resp-image-image\" src=\"mill.png\">",["<img class=\"gatsby-resp-image-image lazyload\" data-src=\"mill.png\">"]]
["<p>\n<img src=\"mill.png\">\n<img src=\"rye.png\">\n</p>",["<p>\n<img data-src=\"mill.png\">\n<img src=\"rye.png\">\n</p>"]]
["<p>Give it src=mill.png: <img src=\"mill.png\"></p>",["<p>Give it data-src=mill.png: <img src=\"mill.png\"></p>"]]
["<picture>\n<source srcset=\"mill.webp\">\n<img src=\"mill.png\" srcset=\"big.png 2x\">\n</picture>",["<picture>\n<source data-srcset=\"mill.webp\">\n<img data-src=\"mill.png\" srcset=\"big.png 2x\">\n</picture>"]]
SEEN
echo "as described"
