#!/usr/bin/env bash
# anchorme 3.0.8 (npm): an address with "#!" leads to the front page of its site.
#
# Expected (RFC 3986, 3.5): a fragment may begin with "!"; all addresses of Twitter in 2011 did, and they stand in old
# posts. linkify-it 5.0.2 and autolinker 4.1.5 take the whole address.
# Seen: the link ends before "#!", which stays as text behind it: one to a profile leads to the front page. "#/" is taken.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" anchorme@3.0.8 autolinker@4.1.5 linkify-it@5.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import * as anchormeModule from "anchorme";
import autolinkerModule from "autolinker";
import LinkifyIt from "linkify-it";

const anchorme = [anchormeModule.default, anchormeModule.default?.default, anchormeModule.anchorme].find(
  (candidate) => typeof candidate === "function",
);
const autolinker = autolinkerModule.default ?? autolinkerModule;
const linked = (html) => html.match(/href="([^"]*)"/)[1];
for (const address of ["https://social.example/#!/ann", "https://social.example/#/ann"]) {
  console.log("anchorme:  ", linked(anchorme(address)));
  console.log("autolinker:", linked(autolinker.link(address)));
  console.log("linkify-it:", new LinkifyIt().match(address)[0].url);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
anchorme:   https://social.example/
autolinker: https://social.example/#!/ann
linkify-it: https://social.example/#!/ann
anchorme:   https://social.example/#/ann
autolinker: https://social.example/#/ann
linkify-it: https://social.example/#/ann
SEEN
echo "as described"
