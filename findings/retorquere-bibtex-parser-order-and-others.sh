#!/usr/bin/env bash
# @retorquere/bibtex-parser 9.0.29: keywords change their order, and “and others” is a person.
#
# Expected: keywords come as the author wrote them, the most important first; “and others” says that the list is not
# complete; “about 1999” (1999~ in BibLaTeX) stays so; "<" in a note is a sign of less.
# Seen: keywords are sorted by letters. The last author has the family name “others”. The mark of an uncertain year is
# gone, and “3 < 4” reads “3 ¡ 4”, as an old font of TeX would print it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @retorquere/bibtex-parser@9.0.29 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parse } from "@retorquere/bibtex-parser";

const { fields } = parse(`@misc{oil,
  author = {Lee, Ann and others},
  title = {Oil},
  date = {1999~},
  keywords = {wick, oil, lamp},
  note = {3 < 4 lamps}
}`).entries[0];
for (const name of ["author", "date", "keywords", "note"]) console.log(name, JSON.stringify(fields[name]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
author [{"lastName":"Lee","firstName":"Ann"},{"lastName":"others"}]
date "1999"
keywords ["lamp","oil","wick"]
note "3 ¡ 4 lamps"
SEEN
echo "as described"
