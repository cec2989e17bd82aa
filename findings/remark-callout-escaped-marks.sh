#!/usr/bin/env bash
# @r4ai/remark-callout 0.6.2: a quotation that writes "[!note]" with a backslash becomes a box all the same.
#
# Expected (CommonMark, 2.4): a backslash before a bracket takes its meaning away, as one needs to show how boxes are
# written.
# Seen: the box is made of what the text says after escapes, references included. A box whose first line has no text of
# its own begins with an empty paragraph; a type that nobody has is a box without a kind.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @r4ai/remark-callout@0.6.2 remark@15.0.1 remark-html@16.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { remark } from "remark";
import remarkHtml from "remark-html";
import remarkCallout from "@r4ai/remark-callout";

const render = (text) => remark().use(remarkCallout).use(remarkHtml, { sanitize: false }).process(text);
for (const text of ["> \\[!note] is how it is written", "> &#91;!note] too", "> [!note]\n>\n> Rye", "> [!note] Rye"])
  console.log(JSON.stringify(text), "->", String(await render(text)).replace(/\n/g, ""));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"> \\[!note] is how it is written" -> <div data-callout data-callout-type="note"><div data-callout-title>is how it is written</div></div>
"> &#91;!note] too" -> <div data-callout data-callout-type="note"><div data-callout-title>too</div></div>
"> [!note]\n>\n> Rye" -> <div data-callout data-callout-type="note"><div data-callout-title>Note</div><div data-callout-body><p></p><p>Rye</p></div></div>
"> [!note] Rye" -> <div data-callout data-callout-type="note"><div data-callout-title>Rye</div></div>
SEEN
echo "as described"
