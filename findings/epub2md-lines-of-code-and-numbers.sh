#!/usr/bin/env bash
# epub2md 1.6.4: lines of code become text, lists count from 1, and the link to a note leads to a file that is not there.
#
# Expected: chapters as Markdown: <pre> is code, whose lines stay; a list that begins at 3 does so (CommonMark 4.4 and 5.3); a
# link to a part of the same chapter is "#note"; "&lt;b&gt;" stays escaped, and 2 to the power of 10 is not 210.
# Seen: the lines of <pre> are a paragraph without their indentation; "3." is "1."; "#note" becomes "one", the name of a
# part of the book that no file has; "<b>" is a tag; raised figures stand beside the others.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" epub2md@1.6.4 jszip@3.10.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const JSZip = createRequire(import.meta.url)("jszip");
const zip = new JSZip();
zip.file("mimetype", "application/epub+zip");
zip.file("META-INF/container.xml", `<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`);
zip.file("book.opf", `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">1</dc:identifier><dc:title>Rye</dc:title><dc:creator>Ann Li</dc:creator><dc:language>en</dc:language></metadata>
<manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine toc="ncx"><itemref idref="one"/></spine></package>`);
zip.file("toc.ncx", `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/><docTitle><text>Rye</text></docTitle><navMap>
<navPoint id="a" playOrder="1"><navLabel><text>One</text></navLabel><content src="one.xhtml"/></navPoint></navMap></ncx>`);
zip.file("one.xhtml", `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body>
<p>Mix it<a href="#note">1</a>, 2<sup>10</sup> times. Write &lt;b&gt;.</p><pre>if a:\n    b</pre><ol start="3"><li>Bake.</li></ol><p id="note">With water.</p></body></html>`);
writeFileSync("rye.epub", await zip.generateAsync({ type: "nodebuffer" }));
execFileSync("npx", ["--no-install", "epub2md", "rye.epub"], { stdio: "ignore" });
for (const name of readdirSync("rye").filter((name) => name.endsWith(".md"))) console.log(readFileSync(`rye/${name}`, "utf8").trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Mix it[1](one), 210 times. Write <b>.

if a:
   b

1. Bake.

With water.
SEEN
echo "as described"
