#!/usr/bin/env bash
# @wordpress/url 4.56.0: adding a parameter to "?tag=rye&tag=oats" takes "tag=rye" away.
#
# Expected (URL Standard, 5.1): a query is a list, in which a name may stand several times, as that of a form with boxes to
# tick does; a function that adds a parameter, or takes another one away, leaves the others. URLSearchParams does so.
# Seen: the query is read as PHP reads it, into one value for each name, the last, and written again; so it is when a
# parameter of another name is removed.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @wordpress/url@4.56.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { addQueryArgs, getQueryArgs, removeQueryArgs } = require("@wordpress/url");

const address = "https://rye.example/?tag=rye&tag=oats&page=2";
console.log(JSON.stringify(getQueryArgs(address)));
console.log("added:  ", addQueryArgs(address, { order: "new" }));
console.log("removed:", removeQueryArgs(address, "page"));
const standard = new URL(address);
standard.searchParams.delete("page");
console.log("removed by URLSearchParams:", standard.href);
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"tag":"oats","page":"2"}
added:   https://rye.example/?tag=oats&page=2&order=new
removed: https://rye.example/?tag=oats
removed by URLSearchParams: https://rye.example/?tag=rye&tag=oats
SEEN
echo "as described"
