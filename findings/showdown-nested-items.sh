#!/usr/bin/env bash
# showdown 2.1.0: items and code nested by two spaces leave their item.
#
# Expected (CommonMark 5.2, and what GitHub shows): what is indented to the text of an item belongs to it: a
# list in a list in a list by two spaces each, a fence in an item.
# Seen, with the flavour "github" too: the third level is on the second, and a fence ends the list, so that two
# lists follow it, with its indentation in the code.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" showdown@2.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import showdown from "showdown";

showdown.setFlavor("github");
for (const text of ["- rye\n  - flour\n    - fine", "- mill\n\n  ```\n  twice\n\n  more\n  ```\n- bake"])
  console.log(JSON.stringify(text), JSON.stringify(new showdown.Converter().makeHtml(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"- rye\n  - flour\n    - fine" "<ul>\n<li>rye<ul>\n<li>flour</li>\n<li>fine</li></ul></li>\n</ul>"
"- mill\n\n  ```\n  twice\n\n  more\n  ```\n- bake" "<ul>\n<li>mill</li>\n</ul>\n<pre><code>  twice\n\n  more</code></pre>\n<ul>\n<li>bake</li>\n</ul>"
SEEN
echo "as described"
