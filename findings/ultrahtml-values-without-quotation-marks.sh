#!/usr/bin/env bash
# ultrahtml 1.7.0: a page that is only parsed and written again loses attributes without quotation marks.
#
# Expected: a value without quotation marks, valid HTML that minifiers write, stays; <BR> is <br>; a second <p> ends the first.
# Seen: the value becomes empty, so that a link leads nowhere and a picture has no file. <BR> is an element with what follows
# in it, and the second paragraph stands within the first.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" ultrahtml@1.7.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { transform } from "ultrahtml";

for (const html of [
  "<p><a href=/oil/>Oil</a> <img src=lamp.png></p>",
  "<p>Oil<BR>burns</p>",
  "<p>Oil<p>Glass",
]) {
  console.log(await transform(html, []));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><a href=""></a>Oil <img src=""></p>
<p>Oil<BR>burns</BR></p>
<p>Oil<p>Glass</p></p>
SEEN
echo "as described"
