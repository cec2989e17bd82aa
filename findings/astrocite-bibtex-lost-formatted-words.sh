#!/usr/bin/env bash
# astrocite-bibtex 0.16.4: words that are bold, raised, linked or in \textit are deleted from titles and notes.
#
# Expected: \emph{…}, \textit{…}, \textbf{…} and \enquote{…} format words, and \href{…}{…} shows its second part; a
# command that the reader does not know leaves its words, as in other readers of BibTeX.
# Seen: of these only \emph{…} is read. With all others the words go too, without an error: a title becomes empty, and
# the \textit{Quay} Review is “The Review”. An address loses its underscores.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" astrocite-bibtex@0.16.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const { parse } = createRequire(import.meta.url)("astrocite-bibtex");

for (const title of [
  String.raw`The \emph{Quay} Review`,
  String.raw`The \textit{Quay} Review`,
  String.raw`\textbf{Oil} for lamps`,
  String.raw`\enquote{Trim it}, she said`,
  String.raw`the 2\textsuperscript{nd} edition`,
  String.raw`\href{https://quay.example}{The quay}`,
  String.raw`\url{https://quay.example/lamp_oil}`,
]) {
  console.log(JSON.stringify(parse(`@misc{a, title={${title}}}`)[0].title ?? null), title);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"The <i>Quay</i> Review" The \emph{Quay} Review
"The  Review" The \textit{Quay} Review
" for lamps" \textbf{Oil} for lamps
", she said" \enquote{Trim it}, she said
"the 2 edition" the 2\textsuperscript{nd} edition
"" \href{https://quay.example}{The quay}
"https://quay.example/lampoil" \url{https://quay.example/lamp_oil}
SEEN
echo "as described"
