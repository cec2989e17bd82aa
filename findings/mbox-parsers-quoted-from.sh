#!/usr/bin/env bash
# node-mbox 2.0.0, mbox-parser 1.0.1: a sentence that begins with "From" stays quoted, as if another had said it.
#
# Expected (mboxrd; qmail's mbox(5)): in a mailbox, ">" before a line that begins with "From " belongs to the file, and
# is taken off when a message is read, as mbox-reader 1.2.0 and git do.
# Seen: both leave it, so that a mail's own sentence is shown, or cut off by what removes quotations, as the words of
# another; ">>From", which the author did quote, has one mark too many.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    node-mbox@2.0.0 mbox-parser@1.0.1 mbox-reader@1.2.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { Readable } = require("node:stream");
const { mboxParser } = require("mbox-parser");
const { mboxReader } = require("mbox-reader");
const { MboxStream } = require("node-mbox");

const file = `From ann@digest.example Thu Mar  2 08:00:00 2023
From: Ann <ann@digest.example>
Subject: Rye

>From here on we mill.
>>From there they milled.
`;
const stream = () => Readable.from([Buffer.from(file)]);
(async () => {
  for await (const { content } of mboxReader(stream())) console.log("mbox-reader", content.toString().split("\n").slice(3));
  for (const { text } of await mboxParser(stream())) console.log("mbox-parser", text.trim().split("\n"));
  MboxStream(stream(), {}).on("data", (message) =>
    console.log("node-mbox", message.toString().trim().split("\n").slice(3)),
  );
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
mbox-reader [ 'From here on we mill.', '>From there they milled.' ]
mbox-parser [ '>From here on we mill.', '>>From there they milled.' ]
node-mbox [ '>From here on we mill.', '>>From there they milled.' ]
SEEN
echo "as described"
