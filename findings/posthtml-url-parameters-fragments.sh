#!/usr/bin/env bash
# posthtml-url-parameters 3.1.4: links of a newsletter lose their fragment, and mail addresses get the parameter.
#
# Expected: a parameter that tells where a reader comes from is added to addresses of pages; what follows "#", and a
# parameter that the author set, stay as they are (RFC 3986, 3.4 and 3.5). Maizzle has the plugin for its "urlParameters".
# Seen: of "…/rye#sowing" the part of the page is gone. "mailto:" and "tel:" get "?utm_source=…", and with it another
# subject or number. "%E9" becomes "%25E9"; parameters are sorted, and the author's own is overwritten.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    posthtml@0.16.7 posthtml-url-parameters@3.1.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import posthtml from "posthtml";
import urlParameters from "posthtml-url-parameters";

const mail = posthtml([urlParameters({ parameters: { utm_source: "digest" }, tags: ["a"] })]);
for (const address of [
  "https://rye.example/rye",
  "https://rye.example/rye#sowing",
  "mailto:ann@rye.example",
  "tel:+4930123",
  "https://rye.example/?q=caf%E9&b=1&a=2",
  "https://rye.example/?utm_source=book",
]) console.log(address, "->", (await mail.process(`<a href="${address}">x</a>`)).html.match(/href="(.*?)"/)[1]);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://rye.example/rye -> https://rye.example/rye?utm_source=digest
https://rye.example/rye#sowing -> https://rye.example/rye?utm_source=digest
mailto:ann@rye.example -> mailto:ann@rye.example?utm_source=digest
tel:+4930123 -> tel:+4930123?utm_source=digest
https://rye.example/?q=caf%E9&b=1&a=2 -> https://rye.example/?a=2&b=1&q=caf%25E9&utm_source=digest
https://rye.example/?utm_source=book -> https://rye.example/?utm_source=digest
SEEN
echo "as described"
