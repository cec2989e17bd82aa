#!/usr/bin/env bash
# html-linkify 1.2.2: a mail address at a newer domain is cut: "ann@mill.photography" leads to "ann@mill.photog".
#
# Expected: an address is a link as a whole, or it is none; what follows its host belongs to no other word.
# Seen: after six letters of the last part of a host the link ends, and the rest stands behind it. Domains with more than
# six letters have existed since 2014; a web address at the same host is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-linkify@1.2.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import linkify from "html-linkify";

for (const text of ["ann@mill.org", "ann@mill.museum", "ann@mill.photography", "https://mill.photography/", "www.mill.photography"]) {
  console.log(text, linkify(text));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
ann@mill.org <a href="mailto:ann@mill.org">ann@mill.org</a>
ann@mill.museum <a href="mailto:ann@mill.museum">ann@mill.museum</a>
ann@mill.photography <a href="mailto:ann@mill.photog">ann@mill.photog</a>raphy
https://mill.photography/ <a href="https://mill.photography/">https://mill.photography/</a>
www.mill.photography <a href="http://www.mill.photography">www.mill.photography</a>
SEEN
echo "as described"
