#!/usr/bin/env bash
# xbbcode-parser 0.3.1: a picture of the own site is empty, and nobody is named in a quotation.
#
# Expected: [img]/lamp.png[/img] shows that file, or is left as typed if only whole addresses are allowed; [quote=Ann]
# tells who is quoted; [url=/oil] leads to the page.
# Seen: the address is deleted and an <img> without a file stays; a link of the own site loses its place too. The name
# of the quoted person is gone. No error is reported.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" xbbcode-parser@0.3.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const { process } = createRequire(import.meta.url)("xbbcode-parser");

for (const text of [
  "[img]https://quay.example/lamp.png[/img]",
  "[img]/lamp.png[/img]",
  "[url=/oil]oil[/url]",
  "[quote=Ann]It burns.[/quote]",
]) {
  const { html, error, errorQueue } = process({ text });
  console.log(html, error, errorQueue);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<img src="https://quay.example/lamp.png" style=""/> false []
<img src="" style=""/> false []
<a href="#">oil</a> false []
<blockquote class="xbbcode-blockquote">It burns.</blockquote> false []
SEEN
echo "as described"
