#!/usr/bin/env bash
# remark-abbr 1.4.2: C++ is explained as C, and formatting shows its signs in an explanation.
#
# Expected: of two abbreviations that begin alike, the longer one is meant where it stands, as markdown-it-abbr has
# it; an explanation is text without signs of Markdown.
# Seen: the first that was defined is taken, within the longer one, and the other explanation is gone from the page.
# Stars and references of an explanation are shown.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" remark-abbr@1.4.2 unified@9.2.2 remark-parse@8.0.3 remark-rehype@8.1.0 rehype-stringify@8.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const load = (name) => require(name).default ?? require(name);

const page = load("unified")()
  .use(load("remark-parse"))
  .use(load("remark-abbr"))
  .use(load("remark-rehype"))
  .use(load("rehype-stringify"));
for (const text of [
  "C++ and C\n\n*[C]: the old language\n*[C++]: the newer one",
  "UN-ECE and UN\n\n*[UN]: United Nations\n*[UN-ECE]: Commission for Europe",
  "The HTML page\n\n*[HTML]: Hypertext *markup* &amp; more",
]) {
  console.log(page.processSync(text).toString());
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><abbr title="the old language">C</abbr>++ and <abbr title="the old language">C</abbr></p>
<p><abbr title="United Nations">UN</abbr>-ECE and <abbr title="United Nations">UN</abbr></p>
<p>The <abbr title="Hypertext *markup* &#x26;amp; more">HTML</abbr> page</p>
SEEN
echo "as described"
