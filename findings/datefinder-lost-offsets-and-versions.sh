#!/usr/bin/env bash
# datefinder 1.0.0: the offset of a date is dropped, "v1.2.3" is a day of 2003, and "the 2nd of May" is none.
#
# Expected: a date of ISO 8601 or of a mail keeps its offset, so that two posts are sorted by when they were written;
# a number of a version or of a section is no date; a day that is written out is one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check datefinder==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from datetime import datetime

import datefinder

for text in (
    "Written at 2024-01-02T10:00:00+02:00.",
    "Written on Tue, 02 Jan 2024 10:00:00 -0500.",
    "Version v1.2.3 is out.",
    "Section 4.11.02 says so.",
    "We met on the 2nd of May.",
    "Sown in May 2019, milled in June.",
):
    print([str(date) for date in datefinder.find_dates(text, base_date=datetime(2024, 3, 15))], text)
PY
diff "$work/seen" - <<'SEEN'
['2024-01-02 10:00:00'] Written at 2024-01-02T10:00:00+02:00.
['2024-01-02 10:00:00'] Written on Tue, 02 Jan 2024 10:00:00 -0500.
['2003-01-02 00:00:00'] Version v1.2.3 is out.
['2002-04-11 00:00:00'] Section 4.11.02 says so.
[] We met on the 2nd of May.
['2019-05-01 00:00:00', '2024-06-01 00:00:00'] Sown in May 2019, milled in June.
SEEN
echo "as described"
