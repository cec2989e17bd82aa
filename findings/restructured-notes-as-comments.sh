#!/usr/bin/env bash
# restructured 0.0.11: numbered footnotes are comments, targets of links stay in the text, and escapes are shown.
#
# Expected (reStructuredText, "Footnotes", "Hyperlink References", "Escaping Mechanism"): ".. [1] text" is the note
# that "[1]_" refers to; "`rye <https://...>`_" is the word rye; "\*" is an asterisk.
# Seen: who leaves comments out loses the note; the address is a part of the link's text; the backslash stays. Named
# footnotes are comments as well.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" restructured@0.0.11 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";

const module = createRequire(import.meta.url)("restructured");
const shown = (node) => (
  node.children ? `${node.type}(${node.children.map(shown).join(" ")})` : JSON.stringify(node.value ?? node.type)
);
for (const text of [
  "It keeps. [1]_\n\n.. [1] A week.",
  "It keeps. [#dry]_\n\n.. [#dry] A week.",
  "See `rye <https://rye.example/>`_.",
  "2 \\* 3",
]) console.log(JSON.stringify(text), "->", shown((module.default ?? module).parse(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"It keeps. [1]_\n\n.. [1] A week." -> document(paragraph("It keeps. " footnote_reference("1") "\n") comment("[1] A week."))
"It keeps. [#dry]_\n\n.. [#dry] A week." -> document(paragraph("It keeps. " footnote_reference("#dry") "\n") comment("[#dry] A week."))
"See `rye <https://rye.example/>`_." -> document(paragraph("See " reference("rye <https://rye.example/>") "."))
"2 \\* 3" -> document(paragraph("2 \\* 3"))
SEEN
echo "as described"
