#!/usr/bin/env bash
# nodepub 5.1.1: "&" in titles breaks every file of the book, and each page says that it was issued on "{$issued}".
#
# Expected: titles, names and descriptions are escaped as XML; a page has the language of the book, and what a template
# names is filled in.
# Seen: "Rye & oats" stands as it is in the package, in both tables of contents and in each page, none of which is XML
# then. The cover is in English, whatever the book's language, and a placeholder of the template is in every page.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" nodepub@5.1.1 jszip@3.10.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const nodepub = require("nodepub");
const JSZip = require("jszip");
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
writeFileSync("cover.png", Buffer.from(pixel, "base64"));
const book = nodepub.document({ id: "1", cover: "cover.png", title: "Rye & oats", author: "Ann Li", language: "de" });
book.addSection("One & two", "<p>Mix.</p>");
await book.writeEPUB(".", "book");
const zip = await JSZip.loadAsync(readFileSync("book.epub"));
for (const name of Object.keys(zip.files).filter((name) => /\.(opf|ncx|xhtml)$/.test(name)).sort()) {
  const text = await zip.file(name).async("string");
  const found = [/\w+ & \w+/, /xml:lang='\w+'/, /\{\$\w+\}/].map((pattern) => text.match(pattern)?.[0] ?? "-");
  console.log(name, found.join(" | "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
OEBPF/content/s1.xhtml Rye & oats | - | {$issued}
OEBPF/content/toc.xhtml One & two | - | -
OEBPF/cover.xhtml Rye & oats | xml:lang='en' | -
OEBPF/ebook.opf Rye & oats | - | -
OEBPF/navigation.ncx Rye & oats | - | -
SEEN
echo "as described"
