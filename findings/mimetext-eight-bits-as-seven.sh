#!/usr/bin/env bash
# mimetext 3.0.28: a text with "ö" is said to be of seven bits, and a long subject is one word that is too long for mail.
#
# Expected ("RFC-5322 compliant"): what is marked "7bit" holds ASCII alone, in lines of at most 998 letters (RFC 2045, 2.7
# and 6.2); a text with "ö" is quoted-printable or base64. An encoded word has at most 75 letters, and a line that has one
# at most 76 (RFC 2047, 2). Names of files are encoded, too (RFC 2231).
# Seen: the text is written as it is, in any length and with any letter, and marked "7bit" unless the maker of the mail
# encodes it and says so. The subject, encoded, is one word, and the name of an attached file has its letters as they are.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" mimetext@3.0.28 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createMimeMessage } from "mimetext";

const mail = createMimeMessage();
mail.setSender("ann@rye.example");
mail.setRecipient("tom@rye.example");
mail.setSubject("Größe und Länge der Ähren des Roggens und der Gerste");
mail.addMessage({ contentType: "text/plain", data: `Größe. ${"Sow rye. ".repeat(200)}` });
mail.addAttachment({ filename: "Größe.txt", contentType: "text/plain", data: "UnllLg==" });
for (const line of mail.asRaw().split(/\r?\n/))
  if (/^(Subject|Content-(Transfer|Disp))|^Größe/.test(line)) console.log(line.length > 90 ? `${line.slice(0, 40)}… (${line.length} letters)` : line);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Subject: =?utf-8?B?R3LDtsOfZSB1bmQgTMOkb… (97 letters)
Content-Transfer-Encoding: 7bit
Größe. Sow rye. Sow rye. Sow rye. Sow ry… (1807 letters)
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="Größe.txt"
SEEN
echo "as described"
