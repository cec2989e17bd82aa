#!/usr/bin/env bash
# markdown-it-center-text 1.0.4: "x->y and z<-w" is torn in three lines, and the arrows are gone.
#
# Expected: "-> words <-" is centred where it is a paragraph; an arrow within a sentence, a pointer of C or an assignment of R is
# a sign.
# Seen: from any "->" to the next "<-" of a paragraph the words are a <div> within <p>, which HTML does not allow: a browser ends
# the paragraph there, and what follows is outside of it. In code the signs stay.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    markdown-it@14.1.0 markdown-it-center-text@1.0.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import centerText from "markdown-it-center-text";

const page = new MarkdownIt().use(centerText.default ?? centerText);
for (const text of ["->Rye<-", "In C, x->y is a field, and in R, z<-w sets z.", "Mill -> oven <- field", "`->rye<-`"])
  console.log(text, "=>", page.render(text).trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
->Rye<- => <p><div class="text-align-center">Rye</div></p>
In C, x->y is a field, and in R, z<-w sets z. => <p>In C, x<div class="text-align-center">y is a field, and in R, z</div>w sets z.</p>
Mill -> oven <- field => <p>Mill <div class="text-align-center"> oven </div> field</p>
`->rye<-` => <p><code>-&gt;rye&lt;-</code></p>
SEEN
echo "as described"
