#!/usr/bin/env bash
# letterparser 0.1.8: lines of format=flowed stay broken, and a forwarded mail becomes words of the one around it.
#
# Expected: a line that ends with a space goes on in the next, as format=flowed says (RFC 3676); a mail that is attached as
# message/rfc822 is an attachment, and not what the sender wrote.
# Seen: the line breaks of the sender's window stay. The text of the attached mail, by somebody else, follows the sender's own.
# Its subject is gone, and the list of attachments is empty.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" letterparser@0.1.8 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { extract } from "letterparser";

const lines = (...parts) => parts.join("\r\n") + "\r\n";
const flowed = lines(
  "From: ann@quay.example",
  "Subject: Oil",
  "Content-Type: text/plain; charset=utf-8; format=flowed",
  "",
  "The lamps burn ",
  "all night.",
);
const forwarded = lines(
  "From: ann@quay.example",
  "Subject: See below",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain",
  "",
  "Bo writes:",
  "--b",
  "Content-Type: message/rfc822",
  "",
  "From: bo@quay.example",
  "Subject: Glass",
  "Content-Type: text/plain",
  "",
  "The glass is clean.",
  "--b--",
);
for (const mail of [flowed, forwarded]) {
  const { subject, text, attachments } = extract(mail);
  console.log(JSON.stringify({ subject, text, attachments }));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"subject":"Oil","text":"The lamps burn \nall night.","attachments":[]}
{"subject":"See below","text":"Bo writes:\nThe glass is clean.","attachments":[]}
SEEN
echo "as described"
