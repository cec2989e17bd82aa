#!/usr/bin/env bash
# html-truncate 1.2.2: a cut may fall within a tag or an entity.
#
# Expected: HTML is cut between characters of its text. An attribute may stand without quotes (HTML, 13.1.2.3),
# and a named reference is one character.
# Seen: a tag with an unquoted attribute is counted as text and cut in the middle, which leaves "<i..." for a
# browser to read as a tag; "&auml;" counts as six letters, and is cut behind its ampersand.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-truncate@1.2.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import truncate from "html-truncate";

for (const [html, length] of [
  ["<p>Rye</p><img src=a.jpg><p>Mill it.</p>", 5],
  ['<p>Rye</p><img src="a.jpg"><p>Mill it.</p>', 5],
  ["<p>K&auml;se und Brot</p>", 2],
])
  console.log(html, length, truncate(html, length));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Rye</p><img src=a.jpg><p>Mill it.</p> 5 <p>Rye</p><i...
<p>Rye</p><img src="a.jpg"><p>Mill it.</p> 5 <p>Rye</p><p>Mi...</p>
<p>K&auml;se und Brot</p> 2 <p>K&...</p>
SEEN
echo "as described"
