#!/usr/bin/env bash
# ya-bbcode 4.0.0, bbcode-to-html 1.0.2: an address between [url] and [/url] leads nowhere, and numbered lists have no numbers.
#
# Expected (phpBB, vBulletin): [url]address[/url] is a link to that address, [url=address] one with words; [list=1] has numbers;
# nothing within [code] is read; [quote=Ann] says who is quoted, to readers.
# Seen: the plain form has href="#" in both. bbcode-to-html ends an address at its first "=". Lists are <ul>. In ya-bbcode
# tags within [code] are bold, the name is an attribute that nobody sees, and an index, "a[i]", begins italics to the end.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" ya-bbcode@4.0.0 bbcode-to-html@1.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import YaBBCode from "ya-bbcode";

const second = createRequire(import.meta.url)("bbcode-to-html");
const convert = second.default ?? second;
for (const text of ["[url]https://rye.example/[/url]", "[url=https://rye.example/?a=1]x[/url]", "[list=1][*]mill[*]bake[/list]"]) {
  console.log("ya-bbcode", new YaBBCode().parse(text));
  console.log("bbcode-to-html", convert(text));
}
for (const text of ["[code][b]rye[/b][/code]", "[quote=Ann]Rye[/quote]", "a[i] = b[j]"])
  console.log("ya-bbcode", new YaBBCode().parse(text));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
ya-bbcode <a href="#">https://rye.example/</a>
bbcode-to-html <a href="#">https://rye.example/</a>
ya-bbcode <a href="https://rye.example/?a=1">x</a>
bbcode-to-html <a href="https://rye.example/?a">x</a>
ya-bbcode <ul><li>mill<li>bake</ul>
bbcode-to-html <ul><li>mill<li>bake</ul>
ya-bbcode <code><strong>rye</strong></code>
ya-bbcode <blockquote author="Ann">Rye</blockquote>
ya-bbcode a<i> = b[j]
SEEN
echo "as described"
