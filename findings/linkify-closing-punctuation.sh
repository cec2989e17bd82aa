#!/usr/bin/env bash
# linkifyjs 4.4.0, linkify-it 5.0.2: an address takes the punctuation after it along, unless it is ASCII's.
#
# Expected: the full stop, the closing quotation mark and the ellipsis after an address end the sentence and
# are no part of it, whatever the language, as ASCII's full stop is not.
# Seen: in Chinese, Japanese and German texts the link leads to an address with "。" or "“" at its end, which
# the server does not know. twitter-text 3.1.0 stops before all of them. (Directly after the name of a host,
# linkify-it stops, too.)
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    linkifyjs@4.4.0 linkify-it@5.0.2 twitter-text@3.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import LinkifyIt from "linkify-it";
import { find } from "linkifyjs";
import twitter from "twitter-text";

const finders = {
  linkifyjs: (text) => find(text).map((link) => link.value),
  "linkify-it": (text) => (new LinkifyIt().match(text) ?? []).map((link) => link.text),
  "twitter-text": (text) => twitter.extractUrls(text),
};
const address = "https://example.org/brot";
for (const text of [`${address}.`, `${address}。`, `„${address}“`, `${address}…`, `「${address}」`]) {
  const found = Object.entries(finders).map(([name, find]) => {
    const [link] = find(text);
    return `${name} ${link === address ? "right" : link.slice(address.length)}`;
  });
  console.log(text.replace(address, "…/brot"), "|", found.join(" | "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
…/brot. | linkifyjs right | linkify-it right | twitter-text right
…/brot。 | linkifyjs 。 | linkify-it 。 | twitter-text right
„…/brot“ | linkifyjs “ | linkify-it “ | twitter-text right
…/brot… | linkifyjs … | linkify-it … | twitter-text right
「…/brot」 | linkifyjs right | linkify-it 」 | twitter-text right
SEEN
echo "as described"
