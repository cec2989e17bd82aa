#!/usr/bin/env bash
# rehype-external-links 3.0.0: rel="me" and rel="license" are no longer on a link to another site.
#
# Expected: the plugin adds to "rel", as its description says: a link that tells who its author is
# (rel="me", by which Mastodon verifies a website) or what licence holds says so as before.
# Seen: "nofollow" takes the place of what was there. An address whose scheme is in capitals counts as one of the
# site, though schemes know no case (RFC 3986, 3.1).
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rehype-external-links@3.0.0 rehype-parse@9.0.1 \
  rehype-stringify@10.0.1 unified@11.0.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import parse from "rehype-parse";
import links from "rehype-external-links";
import stringify from "rehype-stringify";
import { unified } from "unified";

const html = `
<a href="https://rye.example/">a link</a>
<a rel="me" href="https://social.example/@ann">her account</a>
<a rel="license" href="https://licence.example/by/4.0/">the licence</a>
<a rel="noopener external" href="https://oats.example/">oats</a>
<a href="HTTPS://RYE.EXAMPLE/">in capitals</a>
<a rel="me" href="/about.html">a page</a>`;
console.log(String(unified().use(parse, { fragment: true }).use(links).use(stringify).processSync(html)).trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<a href="https://rye.example/" rel="nofollow">a link</a>
<a rel="nofollow" href="https://social.example/@ann">her account</a>
<a rel="nofollow" href="https://licence.example/by/4.0/">the licence</a>
<a rel="nofollow" href="https://oats.example/">oats</a>
<a href="HTTPS://RYE.EXAMPLE/">in capitals</a>
<a rel="me" href="/about.html">a page</a>
SEEN
echo "as described"
