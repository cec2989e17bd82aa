#!/usr/bin/env bash
# mjml 5.4.1: a button that shares an address shares a part of it.
#
# Expected: the address that a <mj-social-element> gives is put into the address of the network percent-encoded, so that
# the network gets all of it (WHATWG, URL: "application/x-www-form-urlencoded").
# Seen: it is put there as it is: the network's "u" or "url" ends before the first "&", the rest are parameters of the
# network's own page, and what follows "#" stays in the browser. A "+" in it is a space.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" mjml@5.4.1 >/dev/null
cat >try.mjs <<'JS'
import mjml from "mjml";

const address = "https://rye.example/?issue=7&post=c++#sowing";
const social = ["facebook", "twitter", "linkedin", "pinterest"]
  .map((name) => `<mj-social-element name="${name}" href="${address.replace("&", "&amp;")}">${name}</mj-social-element>`);
const { html, errors } = await mjml(`<mjml><mj-body><mj-section><mj-column>
  <mj-social>${social.join("")}</mj-social></mj-column></mj-section></mj-body></mjml>`);
console.log("errors", errors.length);
for (const [, link] of html.matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*>\s*\w+\s*<\/a>/g)) {
  const { hostname, searchParams } = new URL(link.replaceAll("&amp;", "&"));
  console.log(hostname, JSON.stringify(Object.fromEntries(searchParams)));
}
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
errors 0
www.facebook.com {"u":"https://rye.example/?issue=7","post":"c  "}
twitter.com {"url":"https://rye.example/?issue=7","post":"c  "}
www.linkedin.com {"mini":"true","url":"https://rye.example/?issue=7","post":"c  "}
pinterest.com {"url":"https://rye.example/?issue=7","post":"c  "}
SEEN
echo "as described"
