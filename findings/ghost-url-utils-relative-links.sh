#!/usr/bin/env bash
# @tryghost/url-utils 5.5.0: links without quotation marks, or with spaces around "=", stay relative in Ghost.
#
# Expected (HTML, 13.1.2.3): "href=/two/" and "href = "/two/"" are links as "href="/two/"" is. What Ghost sends as a
# newsletter or writes into a feed has whole addresses, as there is no page from which a relative one could lead.
# Seen: both stay as they are; so does the picture that a video shows before it plays ("poster"). If an attribute whose
# name ends in "href" has the same address ("data-href"), that one is replaced instead of the link's.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" @tryghost/url-utils@5.5.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const loaded = require("@tryghost/url-utils");
const UrlUtils = loaded.default ?? loaded;

const utils = new UrlUtils({ getSubdir: () => "", getSiteUrl: () => "https://rye.example/", getAdminUrl: () => "https://rye.example/" });
const parts = [
  '<a href="/two/">quoted</a>',
  "<a href=/two/>bare</a>",
  '<a href = "/two/">spaced</a>',
  '<p data-href="/two/"><a href="/two/">second</a></p>',
  '<video src="/field.mp4" poster="/field.jpg"></video>',
];
for (const part of parts) console.log(utils.htmlRelativeToAbsolute(part, "https://rye.example/posts/one/"));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<a href="https://rye.example/two/">quoted</a>
<a href=/two/>bare</a>
<a href = "/two/">spaced</a>
<p data-href="https://rye.example/two/"><a href="/two/">second</a></p>
<video src="https://rye.example/field.mp4" poster="/field.jpg"></video>
SEEN
echo "as described"
