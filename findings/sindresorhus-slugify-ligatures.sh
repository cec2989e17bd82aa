#!/usr/bin/env bash
# @sindresorhus/slugify 3.0.1: a capital "Æ" or "Ö" makes two words of one, and "10€" is "10-e".
#
# Expected: "fooBar" becomes "foo-bar", as its README says of "decamelize"; a name has one address, whether its letters
# are capitals or not: "Ærø" is "aero" like "ærø".
# Seen: letters are spelled out first, "Æ" as "AE", and what follows looks like a word in camel case: "a-ero",
# "a-egir", "t-hor", "oe-bb". Without "decamelize" that ends. A sign of euros is "E", and parts from its number.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @sindresorhus/slugify@3.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import slugify from "@sindresorhus/slugify";

for (const title of ["Ærø", "ærø", "Ægir", "Þór", "ÖBB", "Överkalix", "Öl für 10€"]) {
  console.log(title.padEnd(10), slugify(title).padEnd(16), slugify(title, { decamelize: false }));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Ærø        a-ero            aero
ærø        aero             aero
Ægir       a-egir           aegir
Þór        t-hor            thor
ÖBB        oe-bb            oebb
Överkalix  oeverkalix       oeverkalix
Öl für 10€ oel-fuer-10-e    oel-fuer-10e
SEEN
echo "as described"
