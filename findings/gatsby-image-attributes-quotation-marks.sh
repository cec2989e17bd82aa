#!/usr/bin/env bash
# gatsby-remark-image-attributes 1.1.0: a description ends at its first quotation mark, and a title at an equals sign.
#
# Expected: once a width is given, a picture keeps its description and its title as they are; "&" and quotation marks are
# escaped, as for a picture without a width.
# Seen: of 'The "old" mill' the description is "The ", and the rest becomes attributes. A title "1 + 1 = 2" is "1 + 1",
# and one with quotation marks ends at the first. A picture without "#" is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    --legacy-peer-deps --ignore-scripts remark@13.0.0 gatsby-remark-image-attributes@1.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import imageAttributes from "gatsby-remark-image-attributes";
import remark from "remark";

const texts = [
  '![The "old" mill](mill.png)', '![The "old" mill](mill.png "#width=50px")', '![Mill](mill.png "#width=50px;title=1 + 1 = 2")',
  "![Mill](mill.png '#width=50px;title=The \"old\" mill')",
];
for (const text of texts) {
  const markdownAST = remark().parse(text);
  await (imageAttributes.default ?? imageAttributes)({ markdownAST }, {});
  const [picture] = markdownAST.children[0].children;
  console.log(picture.type === "image" ? `![${picture.alt}](${picture.url})` : picture.value);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
![The "old" mill](mill.png)
<img src="mill.png" class="gatsby-img-attributes" style="width: 50px;" alt="The "old" mill" title=""/>
<img src="mill.png" class="gatsby-img-attributes" style="width: 50px;" alt="Mill" title="1 + 1 "/>
<img src="mill.png" class="gatsby-img-attributes" style="width: 50px;" alt="Mill" title="The "old" mill"/>
SEEN
echo "as described"
