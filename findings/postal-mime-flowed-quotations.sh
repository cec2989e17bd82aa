#!/usr/bin/env bash
# postal-mime 4.0.0: the marks of a quotation stay within its lines when a mail is "format=flowed".
#
# Expected (RFC 3676, 4.5): the quotation marks of a line are taken off before it is joined to the line before;
# mailparser does so.
# Seen: "> a long " and "> sentence" become "> a long > sentence"; text of its own is joined as it should be.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" postal-mime@4.0.0 mailparser@3.14.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const mail = [
  "From: Ann <ann@digest.example>", "Subject: Rye", "Date: Tue, 2 Jan 2024 10:00:00 +0000", "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8; format=flowed", "",
  "> The loaves were left to cool ", "> on the rack.", ">> And who ", ">> ate them?", "We all did, and it ", "was good.", "",
].join("\r\n");
console.log("mailparser", JSON.stringify((await simpleParser(mail)).text));
console.log("postal-mime", JSON.stringify((await PostalMime.parse(mail)).text));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
mailparser "> The loaves were left to cool on the rack.\n>> And who ate them?\nWe all did, and it was good."
postal-mime "> The loaves were left to cool > on the rack.\n>> And who >> ate them?\nWe all did, and it was good.\n"
SEEN
echo "as described"
