#!/usr/bin/env bash
# quill-delta-to-html 0.12.1: a picture beside the page is broken, and no picture keeps its description.
#
# Expected: "rye.png" and "about.html" are addresses as "/rye.png" is (RFC 3986, 4.2), and what may run programs is
# shut out by its scheme; "alt" is a format of Quill's pictures as "width" and "height" are, and Quill's own
# getSemanticHTML has it.
# Seen: an address without scheme or slash gets "unsafe:" before it, so that the picture is not shown and the link
# leads nowhere; "alt" is dropped.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" quill-delta-to-html@0.12.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { QuillDeltaToHtmlConverter } = require("quill-delta-to-html");

for (const source of ["/img/rye.png", "img/rye.png"])
  console.log(
    new QuillDeltaToHtmlConverter([
      { insert: { image: source }, attributes: { alt: "Rye in June", width: "300" } },
      { insert: "\n" },
    ]).convert(),
  );
for (const link of ["#rye", "about.html"])
  console.log(new QuillDeltaToHtmlConverter([{ insert: "See", attributes: { link } }, { insert: "\n" }]).convert());
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><img class="ql-image" width="300" src="/img/rye.png"/></p>
<p><img class="ql-image" width="300" src="unsafe:img/rye.png"/></p>
<p><a href="#rye" target="_blank">See</a></p>
<p><a href="unsafe:about.html" target="_blank">See</a></p>
SEEN
echo "as described"
