#!/usr/bin/env bash
# remark-mentions 1.1.0: a link whose words are a name with "@" holds another link, and browsers end the first, empty.
#
# Expected: a name within a link is a part of that link, as links do not hold links; a name begins after a bracket as
# well, as on GitHub.
# Seen: within "[@ann](https://mill.example/@ann)" stands a link of the plugin; as HTML has no links in links, the words
# lead to the address made for names. A name in brackets is none, and one of the fediverse ends at its server.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    remark@15.0.1 remark-html@16.0.1 remark-mentions@1.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { remark } from "remark";
import html from "remark-html";
import mentions from "remark-mentions";

const usernameLink = (name) => `/people/${name}`;
const processor = remark().use(mentions, { usernameLink }).use(html, { sanitize: false });
for (const text of ["[@ann](https://mill.example/@ann)", "Thanks, [@ann and @bob](/us).", "@ann (@bob)", "@ann@mill.example"]) {
  console.log(text, String(await processor.process(text)).trim());
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[@ann](https://mill.example/@ann) <p><a href="https://mill.example/@ann"><a href="/people/ann"><strong>@ann</strong></a></a></p>
Thanks, [@ann and @bob](/us). <p>Thanks, <a href="/us"><a href="/people/ann"><strong>@ann</strong></a> and <a href="/people/bob"><strong>@bob</strong></a></a>.</p>
@ann (@bob) <p><a href="/people/ann"><strong>@ann</strong></a> (@bob)</p>
@ann@mill.example <p><a href="/people/ann"><strong>@ann</strong></a>@mill.example</p>
SEEN
echo "as described"
