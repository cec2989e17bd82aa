#!/usr/bin/env bash
# remark-supersub 1.0.0: of "2^10 and 3^4" the middle is raised, and an address on a page loses its tildes.
#
# Expected (Pandoc, from which the marks come): what is raised or lowered has no space in it, so that two powers or two
# "about" in a sentence stay signs, as markdown-it-sup 2.0.0 has it; the text of a link is the address.
# Seen: any two "^" or "~" in a paragraph mark all between them: "x^2 + y^2" has no exponent that is right, and
# "~5 to ~10" is small. Of an address with two tildes, "ann/" is lowered in the link's text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  remark@15.0.1 remark-supersub@1.0.0 remark-gfm@4.0.1 remark-html@16.0.1 markdown-it@14.1.0 markdown-it-sup@2.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import superscript from "markdown-it-sup";
import { remark } from "remark";
import gfm from "remark-gfm";
import html from "remark-html";
import supersub from "remark-supersub";

const texts = ["a^2^", "2^10 and 3^4", "x^2 + y^2 = 5", "~5 to ~10 loaves", "https://rye.example/~ann/~old/"];
for (const text of texts) {
  const page = await remark().use(gfm, { singleTilde: false }).use(supersub).use(html, { sanitize: false }).process(text);
  console.log(String(page).trim());
}
console.log("markdown-it-sup:", new MarkdownIt().use(superscript).render(texts[1]).trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>a<sup>2</sup></p>
<p>2<sup>10 and 3</sup>4</p>
<p>x<sup>2 + y</sup>2 = 5</p>
<p><sub>5 to </sub>10 loaves</p>
<p><a href="https://rye.example/~ann/~old/">https://rye.example/<sub>ann/</sub>old/</a></p>
markdown-it-sup: <p>2^10 and 3^4</p>
SEEN
echo "as described"
