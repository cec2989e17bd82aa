#!/usr/bin/env bash
# citation-js 0.7.22: the day a page was read becomes a volume in RIS, and BibTeX loses keywords, spans and powers.
#
# Expected: what is read is written: "Y2" is the date of access in RIS, and "VL" the volume; a date of BibLaTeX may be
# a span, "2023-03-02/2023-03-05"; keywords have a field; "$x^2$" and the month "mar" mean what they say.
# Seen: a reference with a date of access is written with the volume "2023/4/5/"; a second address, keywords and the
# end of a span are gone; the power is "x2"; an address is written a second time, as text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    citation-js@0.7.22 @citation-js/plugin-ris@0.8.2 >/dev/null
cat >"$work/try.cjs" <<'JS'
const Cite = require("citation-js");
require("@citation-js/plugin-ris");

const ris = `TY  - BLOG
TI  - Rye
DA  - 2023/03/02/
Y2  - 2023/04/05/
UR  - https://digest.example/1
UR  - https://digest.example/2
ER  - 
`;
console.log(new Cite(ris).format("ris").replace(/ID .*\n/, ""));
const bib = `@online{rye, title={Rye $x^2$}, date={2023-03-02/2023-03-05}, keywords={rye, salt},
  url={https://digest.example/a_b}}`;
console.log(new Cite(bib).format("bibtex").trim().replace(/\t/g, "  "));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
TY  - BLOG
DA  - 2023/3/2/
PY  - 2023
TI  - Rye
UR  - https://digest.example/1
VL  - 2023/4/5/
ER  - 
@misc{rye,
  year = {2023},
  month = {mar 2},
  title = {Rye x2},
  url = {https://digest.example/a_b},
  howpublished = {https://digest.example/a\textunderscore{}b},
}
SEEN
echo "as described"
