#!/usr/bin/env bash
# sentence-tokenizer 1.0.1: letters of a text that are somebody's name are replaced by "{myname}", within words, too.
#
# Expected: its documentation has a name to be given, that of the speaker, and shows sentences as they were. Sentences of a
# text are parts of it.
# Seen: the name, "Guy" unless one is given, and the name of a robot of the author's, "ECTOR", are replaced: "Annual rye"
# reads "{myname}ual rye" if Ann speaks. The first word of a text stays, and so does all but the first occurrence in a word.
# Of two spaces in a row the first pair alone becomes one.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" sentence-tokenizer@1.0.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const Tokenizer = require("sentence-tokenizer");

for (const [name, text] of [
  ["Ann", "Sow rye. Annual rye is rare, says Ann."],
  [undefined, "On Guy Fawkes Night they sow. It is a LECTOR who says so."],
]) {
  const tokenizer = new Tokenizer(name);
  tokenizer.setEntry(text);
  console.log(tokenizer.getSentences());
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[ 'Sow rye.', '{myname}ual rye is rare, says {myname}.' ]
[
  'On {myname} Fawkes Night they sow.',
  'It is a L{yourname} who says so.'
]
SEEN
echo "as described"
