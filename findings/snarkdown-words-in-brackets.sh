#!/usr/bin/env bash
# snarkdown 2.0.0: "[sic]" is a link to "undefined", and "a_file_name.md" and addresses have emphasis in them.
# Expected: brackets with no definition are text, as CommonMark has it, and underscores within words, as GitHub has it; stars
# with spaces on both sides are no emphasis; items with an empty line between them are one list.
# Seen: each word in brackets is such a link, also the numbers of notes and the box of a task; underscores in names and
# addresses, and stars of products, are emphasis; each item is a list.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" snarkdown@2.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import snarkdown from "snarkdown";

for (const text of ["Rye [sic] is up [1].", "- [ ] sow", "a_file_name.md", "https://rye.example/a_b_c", "2 * 3 * 4", "- rye\n\n- oats"])
  console.log(JSON.stringify(text), "->", JSON.stringify(snarkdown(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye [sic] is up [1]." -> "Rye <a href=\"undefined\">sic</a> is up <a href=\"undefined\">1</a>."
"- [ ] sow" -> "<ul><li><a href=\"undefined\"> </a> sow</li></ul>"
"a_file_name.md" -> "a<em>file</em>name.md"
"https://rye.example/a_b_c" -> "https://rye.example/a<em>b</em>c"
"2 * 3 * 4" -> "2 <em> 3 </em> 4"
"- rye\n\n- oats" -> "<ul><li>rye</li></ul><br /><ul><li>oats</li></ul>"
SEEN
echo "as described"
