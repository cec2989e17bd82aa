#!/usr/bin/env bash
# email-forward-parser 1.8.3: what a forwarded mail quotes becomes the words of its author.
#
# Expected: the body of the mail that was forwarded is as it was sent: where a program quotes the whole of it, one level of
# ">" is the program's, elsewhere each ">" is the author's; the line "Original Message" is a mark of the program.
# Seen: of a mail that is quoted as a whole, as Apple Mail does it, the body is right. Where it is not, as from Gmail and
# Outlook, the marks of quotation are taken from its lines all the same, of whatever level: a question and its answer are
# words of one person, and ">" for "more than" is gone. The mark of Outlook is taken for the message of whoever forwards it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" email-forward-parser@1.8.3 >/dev/null
cat >try.cjs <<'JS'
const EmailForwardParser = require("email-forward-parser").default;

const fields = "From: Ann <ann@rye.example>\nDate: Tue, Jan 2, 2024 at 10:00 AM\nSubject: Rye\nTo: Bob <bob@rye.example>\n";
const body = "Bob wrote:\n> Is rye dear?\n>> It was in 1986.\nNot this year.\n\n> 2 pounds: twopence a pound.\n";
const quoted = (text) => text.replace(/^/gm, "> ");
const mails = {
  "in full": `---------- Forwarded message ---------\n${fields}\n${body}`,
  "quoted": `${quoted(`Begin forwarded message:\n\n${fields}\n${body}`)}\n`,
  "Outlook": `-----Original Message-----\nFrom: Ann <ann@rye.example>\nSent: Tuesday, January 2, 2024 10:00 AM\nTo: Bob\nSubject: Rye\n\n${body}`,
};
const parser = new EmailForwardParser();
for (const [name, mail] of Object.entries(mails)) {
  const { message, email } = parser.read(mail, "Fwd: Rye");
  console.log(`${name}: message ${JSON.stringify(message)}`);
  console.log(`  body ${JSON.stringify(email.body)}`);
}
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
in full: message null
  body "Bob wrote:\nIs rye dear?\nIt was in 1986.\nNot this year.\n\n2 pounds: twopence a pound."
quoted: message null
  body "Bob wrote:\n> Is rye dear?\n>> It was in 1986.\nNot this year.\n\n> 2 pounds: twopence a pound."
Outlook: message "-----Original Message-----"
  body "Bob wrote:\nIs rye dear?\nIt was in 1986.\nNot this year.\n\n2 pounds: twopence a pound."
SEEN
echo "as described"
