#!/usr/bin/env bash
# typographic-currency 1.1.2: "RUB IN THE BUTTER" becomes "₽ IN THE BUTTER", and addresses change.
#
# Expected: codes of currencies beside an amount become signs: "20 EUR".
# Seen: any word that is a code does, in headings in capitals, in code, in an address, which then leads elsewhere. "$20
# USD" has two signs. Capital first letters are enough: "Rub".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" typographic-currency@1.1.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import currency from "typographic-currency";

const locale = { locale: "en-us" };
for (const text of ["20 EUR", "RUB IN THE BUTTER", "Rub it in", "$20 USD", "https://rates.example/EUR", "`price.USD`"])
  console.log(text, "->", (currency.default ?? currency)(text, locale));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
20 EUR -> 20 €
RUB IN THE BUTTER -> ₽ IN THE BUTTER
Rub it in -> ₽ it in
$20 USD -> $20 $
https://rates.example/EUR -> https://rates.example/€
`price.USD` -> `price.$`
SEEN
echo "as described"
