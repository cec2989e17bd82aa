#!/usr/bin/env bash
# rst-compiler 0.5.9: a list of terms is a paragraph, and the lines of an address are a quotation.
#
# Expected (reStructuredText, "Definition Lists", "Line Blocks"): a line with an indented one below it is a term; lines
# after bars keep their breaks, and are no quotation.
# Seen: term and description run together in HTML as in Markdown; the Markdown of a line block has a ">" before each
# line. HTML forgets the language of a code block, which Markdown keeps.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rst-compiler@0.5.9 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { RstToHtmlCompiler, RstToMdCompiler } from "rst-compiler";

const quiet = { disableErrors: true, disableWarnings: true };
for (const text of ["rye\n  dark\n\noat\n  light", "| Mill Lane 3\n| York", ".. code-block:: js\n\n   knead();"]) {
  console.log(JSON.stringify(text));
  for (const Compiler of [RstToHtmlCompiler, RstToMdCompiler]) {
    const { body } = new Compiler().compile(text, quiet, {});
    console.log("  ", JSON.stringify(body.replace(/\n\s*(?=<)|(?<=[a-z"]>)\n\s*/g, "")));
  }
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"rye\n  dark\n\noat\n  light"
   "<p>rye\n      dark</p><p>oat\n      light</p>"
   "rye\n  dark\n\noat\n  light\n"
"| Mill Lane 3\n| York"
   "<div class=\"line-block\"><div class=\"line\">Mill Lane 3</div><div class=\"line\">York</div></div>"
   "> Mill Lane 3\n>\n> York\n"
".. code-block:: js\n\n   knead();"
   "<pre class=\"code\">knead();</pre>"
   "```js\nknead();\n```\n"
SEEN
echo "as described"
