#!/usr/bin/env bash
# remark-slate 1.8.6: the second paragraph of a quotation joins the first, and bold code shows asterisks.
#
# Expected: the Markdown of a document of Slate means what the editor showed: paragraphs of a quotation, code whose
# words are bold, plain words that look like Markdown.
# Seen: the second paragraph is written on the line below the first, which Markdown reads as the same paragraph; the
# asterisks of bold code stand within its backticks; "*" and "#" are not escaped, while "<" and "&" are.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" remark-slate@1.8.6 commonmark@0.31.2 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { HtmlRenderer, Parser } = require("commonmark");
const { serialize } = require("remark-slate");

const paragraph = (...children) => ({ type: "paragraph", children });
const blocks = [
  { type: "block_quote", children: [paragraph({ text: "Sow rye." }), paragraph({ text: "Sow oats." })] },
  paragraph({ text: "Type " }, { text: "sow rye", code: true, bold: true }, { text: " now." }),
  paragraph({ text: "2 *3* 4 rows" }),
  paragraph({ text: "# 1 of the list" }),
  paragraph({ text: "rye < oats & wheat" }),
];
for (const block of blocks) {
  const markdown = serialize(block).trim();
  console.log(JSON.stringify(markdown), new HtmlRenderer().render(new Parser().parse(markdown)).trim());
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"> Sow rye.\nSow oats." <blockquote>
<p>Sow rye.
Sow oats.</p>
</blockquote>
"Type `**sow rye**` now." <p>Type <code>**sow rye**</code> now.</p>
"2 *3* 4 rows" <p>2 <em>3</em> 4 rows</p>
"# 1 of the list" <h1>1 of the list</h1>
"rye &lt; oats &amp; wheat" <p>rye &lt; oats &amp; wheat</p>
SEEN
echo "as described"
