#!/usr/bin/env bash
# bbcode 0.1.5 (npm): what [code] shows as an example is made bold, and a list without numbers gets them.
#
# Expected: tags within [code] stay text, as in phpBB; [list] is a list of points, [list=1] one of numbers.
# Seen: an example of "[b]" is <strong>, and its signs are gone. Both lists are <ol>.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" bbcode@0.1.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "module";
const { parse } = createRequire(import.meta.url)("bbcode");

for (const post of ["[code]Write [b]rye[/b][/code]", "[list][*]rye[*]milk[/list]", "[list=1][*]rye[*]milk[/list]"])
  console.log(parse(post));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<pre><code>Write <strong>rye</strong></code></pre>
<ol><li>rye</li><li>milk</li></ol>
<ol><li>rye</li><li>milk</li></ol>
SEEN
echo "as described"
