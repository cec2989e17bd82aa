#!/usr/bin/env bash
# html-to-md 0.8.8: a picture or a link whose address has no quotation marks loses it; a table's head becomes a row.
#
# Expected: <img src=loaf.jpg alt=Loaf>, which is valid HTML and what minifiers write, becomes ![Loaf](loaf.jpg); a row of
# <th> is the head of the table; &copy; is a ©.
# Seen: the address and the words are lost, and a link leads nowhere. The head is empty and its words are the first row,
# unless the page has <thead>. Code that holds a backtick is wrapped in single ones.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-md@0.8.8 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "html-to-md";

for (const page of [
  "<p><img src=loaf.jpg alt=Loaf></p>",
  "<p><a href=rye.html>rye</a></p>",
  '<p><a href="rye.html">rye</a></p>',
  "<table><tr><th>Day</th></tr><tr><td>Mon</td></tr></table>",
  "<p>&copy; Anna</p>",
  "<p><code>a`b</code></p>",
]) {
  console.log(convert(page));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
![]()
[rye]()
[rye](rye.html)
||
|---|
|Day|
|Mon|
&copy; Anna
`a`b`
SEEN
echo "as described"
