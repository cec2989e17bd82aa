#!/usr/bin/env bash
# gatsby-remark-smartypants 6.16.0: a quotation that begins with emphasis, code or a link begins with a closing mark.
#
# Expected: the mark before "*Rye*" opens, as it does before a plain word, and as remark-smartypants and markdown-it, which
# see the whole paragraph, have it.
# Seen: each piece of text between two formats is set by itself. Its last mark closes and its first opens or closes by what
# stands in the piece alone: ”Rye” in emphasis, ”[a link]”, but “Rye” in plain words. Two hyphens of an address that is
# shown are a dash, so that it cannot be copied.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    --legacy-peer-deps gatsby-remark-smartypants@6.16.0 remark-parse@9.0.0 remark-rehype@8.1.0 rehype-stringify@8.0.0 unified@9.2.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import smartypants from "gatsby-remark-smartypants";
import unified from "unified";
import parse from "remark-parse";
import toHtml from "remark-rehype";
import write from "rehype-stringify";

const page = unified().use(parse).use(() => (markdownAST) => void smartypants({ markdownAST })).use(toHtml).use(write);
for (const text of [
  'She said "Rye" twice.',
  'She said "*Rye*" twice.',
  '"`rye`" is a word.',
  'See "[Oats](/oats)" and "rye".',
  "See <https://rye.example/a--b>.",
]) console.log(String(page.processSync(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>She said “Rye” twice.</p>
<p>She said ”<em>Rye</em>” twice.</p>
<p>”<code>rye</code>” is a word.</p>
<p>See ”<a href="/oats">Oats</a>” and “rye”.</p>
<p>See <a href="https://rye.example/a--b">https://rye.example/a—b</a>.</p>
SEEN
echo "as described"
