#!/usr/bin/env bash
# timeago.js 4.0.2: a post without a date, or with one that is not understood, was written "just now".
#
# Expected: no text, or an error, as for any other value that is no date.
# Seen: null, an empty text and "20.3.2024" are "just now" at any time; "March 2024" is read. A page on which a date is
# missing looks the newest.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" timeago.js@4.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { format } from "timeago.js";

const options = { relativeDate: new Date("2024-03-31T12:00:00Z") };
for (const date of ["2024-03-20T12:00:00Z", "20.3.2024", "2024-13-01", "", null, undefined])
  console.log(JSON.stringify(date) ?? "undefined", "->", format(date, "en_US", options));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"2024-03-20T12:00:00Z" -> 1 week ago
"20.3.2024" -> just now
"2024-13-01" -> just now
"" -> just now
null -> just now
undefined -> just now
SEEN
echo "as described"
