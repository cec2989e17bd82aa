#!/usr/bin/env bash
# Babel 2.19.0: format_decimal loses the separators of Swiss numbers.
#
# Expected: 1234567 in de_CH is 1'234'567, as CLDR's group separator there is now a straight
# apostrophe (in Babel 2.18.0 it was U+2019, and all came out right).
# Seen: 12345 is right, 1234567 has no separator at all, and of three apostrophes one is left. The
# pattern code ends by removing single quotes in pairs, and takes the separators for such quotes.
# format_currency does the same.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from babel.numbers import format_currency, format_decimal

for number in (12345, 1234567, 1234567890):
    print(number, format_decimal(number, locale="de_CH"))
print(ascii(format_currency(1234567, "CHF", locale="de_CH")))
PY
diff "$work/seen" - <<'SEEN'
12345 12'345
1234567 1234567
1234567890 1234567'890
'CHF\xa01234567.00'
SEEN
echo "as described"
