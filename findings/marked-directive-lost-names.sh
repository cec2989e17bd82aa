#!/usr/bin/env bash
# marked-directive 1.0.7 with marked 15.0.12: names after a colon are gone: "std::vector" is "std", in code, too.
#
# Expected (proposal of generic directives): ":name[text]" is a directive in a line, "::name" one that stands alone in
# its line. What begins within a word is none, as in remark-directive 4.0.0; code is what it says.
# Seen: each colon with a letter after it begins one, and two colons do so within a line: the name becomes an element that
# shows nothing, and what stands around it two paragraphs. "a:b" loses "b", and code in backticks is torn apart.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" marked@15.0.12 marked-directive@1.0.7 >/dev/null
cat >try.mjs <<'JS'
import { Marked } from "marked";
import { createDirectives } from "marked-directive";

const plain = new Marked();
const directives = new Marked().use(createDirectives());
for (const text of ["A list is std::vector there.", "Write `A::B` for it.", "The ratio is a:b here.", "It is 10:30."]) {
  console.log("marked:   ", plain.parse(text).trim());
  console.log("directive:", directives.parse(text).trim().replace(/\n/g, " "));
}
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
marked:    <p>A list is std::vector there.</p>
directive: <p>A list is std</p> <vector></vector> <p> there.</p>
marked:    <p>Write <code>A::B</code> for it.</p>
directive: <p>Write `A</p> <B></B> <p>` for it.</p>
marked:    <p>The ratio is a:b here.</p>
directive: <p>The ratio is a<b></b> here.</p>
marked:    <p>It is 10:30.</p>
directive: <p>It is 10:30.</p>
SEEN
echo "as described"
