#!/usr/bin/env bash
# bibtex-parse 2.1.0: accents are signs beside letters, and commands join the words they format.
#
# Expected: "M{\"u}ller" is Müller, "\emph{Rye}" the word Rye (BibTeX's titles are LaTeX).
# Seen: braces are taken out and nothing is put in their place: a list of books reads "emphRye bread" with a backslash,
# and 'M"uller', whom a search for either spelling does not find.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" bibtex-parse@2.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import bibtex from "bibtex-parse";

const address = "\\url{https://rye.example/}";
for (const title of ['M{\\"u}ller', "Caf{\\'e} \\& mill", "\\emph{Rye} bread", "Stra{\\ss}e", address, "50\\%"])
  console.log(title, "->", bibtex.entries(`@book{key, title = {${title}}}`)[0].TITLE);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
M{\"u}ller -> M"uller
Caf{\'e} \& mill -> Caf'e \& mill
\emph{Rye} bread -> \emphRye bread
Stra{\ss}e -> Stra\sse
\url{https://rye.example/} -> \urlhttps://rye.example/
50\% -> 50%
SEEN
echo "as described"
