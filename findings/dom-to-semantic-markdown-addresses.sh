#!/usr/bin/env bash
# dom-to-semantic-markdown 1.5.0: an address that is percent-encoded is encoded again; a quotation does not end.
#
# Expected: a link leads where it led: "M%C3%BCnchen" stays; a paragraph after a quotation is not part of it.
# Seen: the address that the DOM gives is encoded already, and is encoded once more, "M%25C3%25BCnchen", in links
# and pictures, and so is one with letters beyond ASCII; between a quotation and the next paragraph stands one
# line end, so that Markdown takes the paragraph into the quotation.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    dom-to-semantic-markdown@1.5.0 jsdom@26.1.0 marked@15.0.12 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { convertHtmlToMarkdown } from "dom-to-semantic-markdown";
import { JSDOM } from "jsdom";
import { marked } from "marked";

const { window } = new JSDOM("", { url: "https://digest.example/" });
const convert = (html) => convertHtmlToMarkdown(html, { overrideDOMParser: new window.DOMParser() });
for (const address of ["https://digest.example/M%C3%BCnchen", "https://digest.example/München", "https://digest.example/?q=a%26b"]) {
  console.log(convert(`<p><a href="${address}">link</a></p>`));
}
console.log(convert('<p><img src="https://digest.example/a%20b.jpg" alt="loaf"></p>'));
const text = convert("<blockquote><p>Said by Tom.</p></blockquote><p>Said by Ann.</p>");
console.log(JSON.stringify(text));
console.log(JSON.stringify(marked(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[link](https://digest.example/M%25C3%25BCnchen)
[link](https://digest.example/M%25C3%25BCnchen)
[link](https://digest.example/?q=a%2526b)
![loaf](https://digest.example/a%2520b.jpg)
"> Said by Tom.\nSaid by Ann."
"<blockquote>\n<p>Said by Tom.\nSaid by Ann.</p>\n</blockquote>\n"
SEEN
echo "as described"
