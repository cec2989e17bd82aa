#!/usr/bin/env bash
# @11ty/parse-date-strings 2.0.6: half a second is five milliseconds, so that posts of one second change places.
#
# Expected (ISO 8601-1, 5.3.1.4, and RFC 3339, 5.6): what follows the point is a fraction, so that ".5" and ".500" are half
# a second, in dates of exports that leave out zeros at the end, as Python and Go do. Node.js reads them so.
# Seen: the digits are taken for a number of milliseconds: ".5" is before ".25", which is before ".125". Three digits are
# right, and digits after the third are dropped. Eleventy parses the dates of posts with the package.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/parse-date-strings@2.0.6 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parse } from "@11ty/parse-date-strings";

for (const fraction of ["5", "25", "125", "500", "1234"]) {
  const text = `2024-03-20T10:00:00.${fraction}Z`;
  console.log(text, "=>", parse(text).toISOString(), "| Node.js:", new Date(text).toISOString());
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2024-03-20T10:00:00.5Z => 2024-03-20T10:00:00.005Z | Node.js: 2024-03-20T10:00:00.500Z
2024-03-20T10:00:00.25Z => 2024-03-20T10:00:00.025Z | Node.js: 2024-03-20T10:00:00.250Z
2024-03-20T10:00:00.125Z => 2024-03-20T10:00:00.125Z | Node.js: 2024-03-20T10:00:00.125Z
2024-03-20T10:00:00.500Z => 2024-03-20T10:00:00.500Z | Node.js: 2024-03-20T10:00:00.500Z
2024-03-20T10:00:00.1234Z => 2024-03-20T10:00:00.123Z | Node.js: 2024-03-20T10:00:00.123Z
SEEN
echo "as described"
