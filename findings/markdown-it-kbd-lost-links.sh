#!/usr/bin/env bash
# markdown-it-kbd 3.0.2: a link whose words stand in brackets, as numbers of sources do, is a key, and leads nowhere.
#
# Expected (CommonMark, 6.3): the words of a link may hold brackets in pairs: "[[1]](https://rye.example/)" is a link that
# reads "[1]". Keys are "[[F5]]" with nothing to follow, as the plugin's documentation shows them.
# Seen: the inner brackets are taken for a key, and the address is shown in parentheses behind it; so it is with a link by
# reference, and with what is in brackets twice in a sentence of a program, "rows[[0]]".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-it@14.1.0 markdown-it-kbd@3.0.2 >/dev/null
cat >"$work/try.cjs" <<'JS'
const MarkdownIt = require("markdown-it");
const kbd = require("markdown-it-kbd");

const plain = new MarkdownIt();
const keys = new MarkdownIt().use(kbd.default ?? kbd);
for (const text of [
  "Press [[F5]].",
  "Rye is old.[[1]](https://rye.example/)",
  "Rye is old.[[1]][rye]\n\n[rye]: https://rye.example/",
  "Take rows[[0]].",
]) console.log(JSON.stringify(text), "\n  ", plain.render(text).trim(), "\n  ", keys.render(text).trim());
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Press [[F5]]." 
   <p>Press [[F5]].</p> 
   <p>Press <kbd>F5</kbd>.</p>
"Rye is old.[[1]](https://rye.example/)" 
   <p>Rye is old.<a href="https://rye.example/">[1]</a></p> 
   <p>Rye is old.<kbd>1</kbd>(https://rye.example/)</p>
"Rye is old.[[1]][rye]\n\n[rye]: https://rye.example/" 
   <p>Rye is old.<a href="https://rye.example/">[1]</a></p> 
   <p>Rye is old.<kbd>1</kbd><a href="https://rye.example/">rye</a></p>
"Take rows[[0]]." 
   <p>Take rows[[0]].</p> 
   <p>Take rows<kbd>0</kbd>.</p>
SEEN
echo "as described"
