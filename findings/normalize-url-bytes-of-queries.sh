#!/usr/bin/env bash
# normalize-url 10.0.0: bytes of a query that are not UTF-8 are replaced, and "%20" becomes "+".
#
# Expected (RFC 3986, 2.1 and 6.2.2): percent-encoded bytes stand for themselves, whatever their encoding; a normalised
# address is another way to write the same one. In a query, "+" and "%20" are two things to a server that is no form's.
# Seen: parameters are sorted, for which the query is decoded as UTF-8 and written anew: "%E9" of an old site, "é" in Latin-1,
# is "%EF%BF%BD", and so are all such letters, so that two addresses become one. In the path the byte stays.
# "sortQueryParameters: false" does not help.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" normalize-url@10.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import normalizeUrl from "normalize-url";

const kept = { sortQueryParameters: false };
for (const address of [
  "https://rye.example/caf%E9",
  "https://rye.example/?q=caf%E9",
  "https://rye.example/?q=caf%E8",
  "https://rye.example/?q=rye%20bread",
  "https://rye.example/?q=caf%E9&utm_source=mill",
]) console.log([address, normalizeUrl(address), normalizeUrl(address, kept)].join(" | "));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://rye.example/caf%E9 | https://rye.example/caf%E9 | https://rye.example/caf%E9
https://rye.example/?q=caf%E9 | https://rye.example/?q=caf%EF%BF%BD | https://rye.example/?q=caf%EF%BF%BD
https://rye.example/?q=caf%E8 | https://rye.example/?q=caf%EF%BF%BD | https://rye.example/?q=caf%EF%BF%BD
https://rye.example/?q=rye%20bread | https://rye.example/?q=rye+bread | https://rye.example/?q=rye+bread
https://rye.example/?q=caf%E9&utm_source=mill | https://rye.example/?q=caf%EF%BF%BD | https://rye.example/?q=caf%EF%BF%BD
SEEN
echo "as described"
