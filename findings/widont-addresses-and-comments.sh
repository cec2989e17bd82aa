#!/usr/bin/env bash
# widont 0.4.0: an address at the end of a text no longer works when it is copied, and a comment there does not end.
#
# Expected: the last two words stay together by a space that does not break, and hyphens of the last word by ones that do
# not; what is an address or a tag is no word.
# Seen: the hyphens of an address become other signs, U+2011; so do those of "-->", so that a comment at the end of a
# paragraph or of a title goes on to the next one, and what stands between is not shown.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" widont@0.4.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import widont from "widont";

const page = (html) => html.replaceAll("\u2011", "[U+2011]").replaceAll("\u00a0", "[U+00A0]");
for (const text of [
  "We sow the rye",
  "We sow the rye-bread",
  "More on https://rye.example/rye-bread",
  "We sow the rye <!-- in May -->",
]) console.log(page(widont(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
We sow the[U+00A0]rye
We sow the rye[U+2011]bread
More on https://rye.example/rye[U+2011]bread
We sow the rye <!-- in May [U+2011][U+2011]>
SEEN
echo "as described"
