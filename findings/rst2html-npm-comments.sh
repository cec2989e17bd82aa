#!/usr/bin/env bash
# rst2html 1.0.4 (npm): comments are on the page, links have no address, and pictures are words.
#
# Expected (reStructuredText): a comment is not shown; "`mill <https://…>`_" is a link; an image directive is a
# picture; a backslash takes a mark's meaning, and is not shown; a list begins with the number that it has.
# Seen: the words of a comment are in the HTML, in a <div>; the address of a link is text beside its words; of a
# picture, its options are words, too; backslashes stay; lists count from 1; a code block begins with its language.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rst2html@1.0.4 >/dev/null
cat >"$work/try.cjs" <<'JS'
const rst2html = require("rst2html");

for (const text of [
  "Rye keeps.\n\n.. Ask Ann first\n",
  "The `mill <https://digest.example/>`_ here.\n",
  ".. image:: loaf.png\n   :alt: A loaf\n",
  "A \\*star\\*\n",
  "3. Mill\n4. Bake\n",
  ".. code-block:: python\n\n   mill()\n",
])
  console.log((rst2html.default ?? rst2html)(text).replace(/ class="rst-(?!unknown)[^"]*"/g, "").replace(/\s*\n\s*/g, ""));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<div><p><span>Rye keeps.</span></p><div class="rst-unknown rst-comment"><span>Ask Ann first</span></div></div>
<div><p><span>The </span>    <div class="rst-unknown rst-reference"><span>mill <https://digest.example/></span></div><span> here.</span></p></div>
<div><div class="rst-unknown rst-directive"><span>loaf.png</span><span>:alt: A loaf</span></div></div>
<div><p><span>A \*star\*</span></p></div>
<div><ol><li><p><span>Mill</span></p></li><li><p><span>Bake</span></p></li></ol></div>
<div><div class="rst-unknown rst-directive"><span>python</span><span>mill()</span></div></div>
SEEN
echo "as described"
