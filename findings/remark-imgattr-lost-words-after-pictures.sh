#!/usr/bin/env bash
# remark-imgattr 1.1.1: words in parentheses after a picture are deleted, as is all that follows in the paragraph.
#
# Expected: ![](lamp.png)(height: 20) sets an attribute of a picture, as the README says; a space before the
# parenthesis, or words without a colon, are part of the sentence, and so is what comes after.
# Seen: “(in the hall)” is gone, with a space before it or without; an attribute without a name is written into the
# page. The rest of the paragraph is gone too, even after valid attributes.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" remark-imgattr@1.1.1 unified@9.2.2 remark-parse@8.0.3 remark-rehype@8.1.0 rehype-stringify@8.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const load = (name) => require(name).default ?? require(name);

const page = load("unified")()
  .use(load("remark-parse"))
  .use(load("remark-imgattr"))
  .use(load("remark-rehype"))
  .use(load("rehype-stringify"));
for (const text of [
  "![lamp](lamp.png)(height: 20)",
  "![lamp](lamp.png)(height: 20) It hung in the hall.",
  "See ![lamp](lamp.png) (in the hall), which **burns**.",
  "![lamp](lamp.png)(by Ann Lee)",
]) {
  console.log(page.processSync(text).toString());
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><img src="lamp.png" alt="lamp" height="20"></p>
<p><img src="lamp.png" alt="lamp"></p>
<p>See <img src="lamp.png" alt="lamp"></p>
<p><img src="lamp.png" alt="lamp" ="by Ann Lee"></p>
SEEN
echo "as described"
