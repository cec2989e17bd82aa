#!/usr/bin/env bash
# elasticlunr 0.9.5 (mdBook's search): a page in Russian or Greek is never found, nor "node" on a page about node.js.
#
# Expected: words are told apart by white space and hyphens, as the documentation says; what stands in a page can be
# found.
# Seen: all that is not A to Z or a digit is cut from both ends of a word, so that nothing is left of "хлеб" and
# "ψωμί"; of "Übung" remains "bung", which finds it. "node.js" is one word that its parts do not find, while "C++" is
# found as "C".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" elasticlunr@0.9.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import elasticlunr from "elasticlunr";

const index = elasticlunr(function () {
  this.addField("body");
  this.setRef("id");
});
for (const body of ["Хлеб из ржи", "Ψωμί", "Übung", "node.js", "C++"]) index.addDoc({ id: body, body });
for (const words of ["хлеб", "ржи", "Ψωμί", "übung", "bung", "node", "node.js", "C"])
  console.log(words, "->", index.search(words).map((found) => found.ref).join(", ") || "nothing");
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
хлеб -> nothing
ржи -> nothing
Ψωμί -> nothing
übung -> Übung
bung -> Übung
node -> nothing
node.js -> node.js
C -> C++
SEEN
echo "as described"
