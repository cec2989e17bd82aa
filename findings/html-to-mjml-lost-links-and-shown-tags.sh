#!/usr/bin/env bash
# html-to-mjml 1.0.0: links and bold words of a newsletter are lost, and words in angle brackets become tags.
#
# Expected: the text of a paragraph goes into <mj-text> with its inline elements, which MJML takes as they are; &lt;
# and &amp; stay escaped, since MJML is XML.
# Seen: <a> and <b> become <mj-text> within <mj-text>, with an "href" that it does not know, so that the mail has no
# link. “&lt;wick&gt;” is a tag. Words outside of a paragraph stand right below <mj-body>, which shows none.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-mjml@1.0.0 jsdom@26.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const { window } = new (createRequire(import.meta.url)("jsdom").JSDOM)("");
globalThis.window = window;
for (const name of ["document", "DOMParser", "Node", "HTMLElement"]) globalThis[name] = window[name];
console.warn = console.error = () => {};
const { htmlToMjml } = await import("html-to-mjml");

const log = console.log;
console.log = () => {};
for (const html of [
  '<p>See <a href="https://quay.example">the <b>quay</b></a>.</p>',
  "<p>Trim the &lt;wick&gt; &amp; light it.</p>",
  "Dear all, <p>it burns.</p>",
]) {
  log(htmlToMjml(html).match(/<mj-body *>(.*)<\/mj-body>/)[1]);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<mj-text >See <mj-text href="https://quay.example">the <mj-text >quay</mj-text></mj-text>.</mj-text>
<mj-text >Trim the <wick> & light it.</mj-text>
Dear all, <mj-text >it burns.</mj-text>
SEEN
echo "as described"
