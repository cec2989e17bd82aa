#!/usr/bin/env bash
# eml2markdown 2.1.0: of a mail with several texts the first alone is left, and quotation marks of a subject are
# others.
#
# Expected: the words of the author after a picture, and the mail that is forwarded, are in the Markdown; a subject is
# what it is: YAML escapes quotation marks by a backslash.
#
# Seen: what follows the picture is gone, without a warning; "The "rye"" is "The 'rye'" in the header; words of a
# plain mail are marks of Markdown: "# 1" is a heading, and <b> a tag.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check eml2markdown==2.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pathlib
import tempfile

from eml_to_md import EmlToMarkdownConverter

HEAD = 'From: Ann <ann@mill.example>\r\nSubject: The "rye"\r\nDate: Tue, 2 Jan 2024 03:04:05 -0500\r\nMIME-Version: 1.0\r\n'
PART = "--mill\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
PICTURE = "--mill\r\nContent-Type: image/png; name=rye.png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
FORWARDED = "--mill\r\nContent-Type: message/rfc822\r\n\r\nFrom: Bo <bo@mill.example>\r\nSubject: Oats\r\n\r\nSow them.\r\n"
MIXED = HEAD + "Content-Type: multipart/mixed; boundary=mill\r\n\r\n"
path = pathlib.Path(tempfile.mkdtemp()) / "rye.eml"
for mail in (
    MIXED + PART + "Look:\r\n" + PICTURE + PART + "It is ripe.\r\n--mill--\r\n", MIXED + PART + "Read this:\r\n" + FORWARDED + "--mill--\r\n",
    HEAD + "Content-Type: text/plain\r\n\r\n# 1 is ripe,\r\n5 * 6 * 7 and <b> too.\r\n",
):
    path.write_bytes(mail.encode())
    text = EmlToMarkdownConverter(str(path), extract_images=False).convert()
    print([line for line in text.splitlines() if line][3:])
PY
diff "$work/seen" - <<'SEEN'
['subject: "The \'rye\'"', '---', '# The "rye"', 'Look:']
['subject: "The \'rye\'"', '---', '# The "rye"', 'Read this:']
['subject: "The \'rye\'"', '---', '# The "rye"', '# 1 is ripe,', '5 * 6 * 7 and <b> too.']
SEEN
echo "as described"
