#!/usr/bin/env bash
# mbox-to-json 2.0.0: "–" becomes "Ц", "€" "А" and "é" an Arabic letter: the encoding that a mail declares is not
# used.
#
# Expected (RFC 2046, 4.1.2): a text is in the encoding that its "charset" names: windows-1252, iso-8859-1.
# Seen: the encoding is guessed by the bytes alone, which for a short text is another one; nothing says so. A sentence
# that begins with "From", which a mailbox keeps with a ">", is a quotation in the JSON.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mbox-to-json==2.0.0 charset-normalizer==3.5.3
cd "$work"
cat >list.mbox <<'MBOX'
From ann@rye.example Tue Jan  2 10:00:00 2024
From: Ann <ann@rye.example>
Subject: Rye
MIME-Version: 1.0
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

Rye =96 a loaf is =80 5.
>From May on it is =80 6.

From ann@rye.example Tue Jan  2 10:00:00 2024
From: Ann <ann@rye.example>
Subject: Café
MIME-Version: 1.0
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Caf=E9

MBOX
"$work/venv/bin/mbox-to-json" list.mbox -o list.json >/dev/null 2>&1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import json

for mail in json.load(open("list.json")):
    print(mail["Body"].strip())
PY
diff "$work/seen" - <<'SEEN'
Rye Ц a loaf is А 5.
>From May on it is А 6.
Cafﻠ
SEEN
echo "as described"
