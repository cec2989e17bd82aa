#!/usr/bin/env bash
# mhtml2html 3.0.0, fast-mhtml2html 1.0.2: a page that a browser saved loses its frames and pictures, and links break.
#
# Expected (RFC 2557): the parts of a saved page are named by address or, as Chromium does with frames, by "cid:" and
# their Content-ID; all that the file holds is in the page that is made of it, relative links lead where they led, and
# "2x" in srcset stays a density. mhtml-to-html 2.1.0 does all of it.
# Seen: neither has the picture or the frame that is named by "cid:", nor an absolute address for "two.html".
# fast-mhtml2html also leaves out pictures whose address has a "?", and takes "2x" for an address.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  mhtml2html@3.0.0 fast-mhtml2html@1.0.2 mhtml-to-html@2.1.0 jsdom@26.1.0 >/dev/null
picture=iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
part() { printf -- '--part\n%s\nContent-Transfer-Encoding: %s\n\n%s\n' "$1" "$2" "$3"; }
{
  printf 'From: <Saved by Blink>\nSnapshot-Content-Location: https://rye.example/posts/one.html\nMIME-Version: 1.0\n'
  printf 'Content-Type: multipart/related; type="text/html"; boundary="part"\n\n'
  part $'Content-Type: text/html\nContent-Location: https://rye.example/posts/one.html' 7bit \
    '<!DOCTYPE html><html><head><title>Rye</title></head><body><a href="two.html">Two</a>
<img id="named" src="https://rye.example/a.png?w=1"><img id="dense" srcset="https://rye.example/b.png 2x">
<img id="by-id" src="cid:b@mhtml"><iframe src="cid:frame@mhtml"></iframe></body></html>'
  part $'Content-Type: image/png\nContent-Location: https://rye.example/a.png?w=1' base64 "$picture"
  part $'Content-Type: image/png\nContent-ID: <b@mhtml>' base64 "$picture"
  part $'Content-Type: text/html\nContent-ID: <frame@mhtml>' 7bit '<html><body>In the frame</body></html>'
  echo "--part--"
} | sed 's/$/\r/' >page.mhtml
cat >"$work/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import fast from "fast-mhtml2html";
import { JSDOM } from "jsdom";
import mhtml2html from "mhtml2html";
import { convert } from "mhtml-to-html";

const file = readFileSync("page.mhtml");
const parseDOM = (html) => new JSDOM(html);
const results = {
  mhtml2html: mhtml2html.convert(file.toString(), { parseDOM }).window.document.documentElement.outerHTML,
  "fast-mhtml2html": await fast.convert(file.toString()),
  "mhtml-to-html": (await convert(new Uint8Array(file))).data,
};
for (const [name, html] of Object.entries(results)) {
  const { document } = new JSDOM(html).window;
  const value = (selector, attribute) => (document.querySelector(selector)?.getAttribute(attribute) ?? "none").slice(0, 60).split(";")[0];
  console.log(name);
  console.log(`  link: ${value("a", "href")}; named: ${value("#named", "src")}; by id: ${value("#by-id", "src")}`);
  console.log(`  srcset: ${value("#dense", "srcset")}; frame: ${html.includes("In the frame") ? "there" : "lost"}`);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
mhtml2html
  link: two.html; named: data:image/png; by id: cid:b@mhtml
  srcset: https://rye.example/b.png 2x; frame: lost
fast-mhtml2html
  link: two.html; named: https://rye.example/a.png?w=1; by id: b@mhtml
  srcset: https://rye.example/b.png https://rye.example/posts/2x; frame: lost
mhtml-to-html
  link: https://rye.example/posts/two.html; named: data:image/png; by id: data:image/png
  srcset: https://rye.example/b.png 2x; frame: there
SEEN
echo "as described"
