#!/usr/bin/env bash
# ap-style-title-case 2.0.0, microsoft-capitalize 1.0.8: "iOS" becomes "IOS" or "ios", and a subtitle begins with "a".
#
# Expected: names keep their capitals, as "NASA" does; the first word after a colon begins with one in both styles.
# Seen: the former raises the first letter of every word, of "iPhone" as well, and lowers "a" after a colon; the latter
# lowers all inner capitals: "Mcdonald's", "iphone".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    ap-style-title-case@2.0.0 microsoft-capitalize@1.0.8 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import microsoft from "microsoft-capitalize";

const ap = createRequire(import.meta.url)("ap-style-title-case");
const apStyle = ap.apStyleTitleCase ?? ap.default ?? ap;
for (const title of ["the NASA and iOS guide", "iPhone at McDonald's", "war and peace: a new translation"])
  console.log(title, "->", apStyle(title), "|", microsoft(title));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
the NASA and iOS guide -> The NASA and IOS Guide | The NASA and ios guide
iPhone at McDonald's -> IPhone at McDonald's | Iphone at mcdonald's
war and peace: a new translation -> War and Peace: a New Translation | War and peace: A new translation
SEEN
echo "as described"
