#!/usr/bin/env bash
# remark-strip-html 1.0.2: words that <br> parts are one word, two paragraphs one, and the program of a <script> is text.
#
# Expected: Markdown without its HTML says what the page said: a break is a break or a space, and what stands in <script>
# is none of it.
# Seen: tags go and leave nothing, so that "Rye<br>Oats" is "RyeOats". What stands in two <p> on two lines is one paragraph
# of Markdown, and 2 to the power of 10 is 210. Comments are left out.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    unified@11.0.5 remark-parse@11.0.0 remark-stringify@11.0.0 remark-strip-html@1.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import parse from "remark-parse";
import strip from "remark-strip-html";
import write from "remark-stringify";

const plain = unified().use(parse).use(strip).use(write);
for (const text of [
  "Rye<br>Oats",
  "Mon<wbr>day <b>early</b>",
  "x <script>let a = 1</script> y",
  "a <!-- note --> b",
  "<p>One.</p>\n<p>Two.</p>",
  "2<sup>10</sup> loaves",
]) console.log(`${JSON.stringify(text)} -> ${JSON.stringify(String(plain.processSync(text)))}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye<br>Oats" -> "RyeOats\n"
"Mon<wbr>day <b>early</b>" -> "Monday early\n"
"x <script>let a = 1</script> y" -> "x let a = 1 y\n"
"a <!-- note --> b" -> "a  b\n"
"<p>One.</p>\n<p>Two.</p>" -> "One.\nTwo.\n"
"2<sup>10</sup> loaves" -> "210 loaves\n"
SEEN
echo "as described"
