#!/usr/bin/env bash
# @gxl/epub-parser 2.0.4: the mark of a note tears its sentence apart, and a book of two authors has one.
#
# Expected: a chapter as Markdown: a link within a sentence stays there; <pre> is code (CommonMark 4.4), a tag that the text
# speaks of stays escaped; each <dc:creator> is an author (EPUB 3.3, 5.5.3.2.2).
# Seen: a link to another part of the book stands between empty lines, so that the full stop after it is a paragraph. <pre>
# stays HTML around lines that Markdown reads; "&lt;b&gt;" becomes "<b>", a tag. The first author only.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @gxl/epub-parser@2.0.4 jszip@3.10.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { parseEpub } from "@gxl/epub-parser";

const JSZip = createRequire(import.meta.url)("jszip");
const zip = new JSZip();
zip.file("mimetype", "application/epub+zip");
zip.file("META-INF/container.xml", `<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`);
zip.file("book.opf", `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">1</dc:identifier><dc:title>Rye</dc:title><dc:creator>Ann Li</dc:creator><dc:creator>Tom Quay</dc:creator><dc:language>en</dc:language></metadata>
<manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine toc="ncx"><itemref idref="one"/></spine></package>`);
zip.file("toc.ncx", `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/><docTitle><text>Rye</text></docTitle><navMap>
<navPoint id="a" playOrder="1"><navLabel><text>One</text></navLabel><content src="one.xhtml"/></navPoint></navMap></ncx>`);
zip.file("one.xhtml", `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body>
<p>Mix it<a href="#n">1</a>.</p><p>Write &lt;b&gt;.</p><pre>if a:\n    b</pre><p id="n">With water.</p></body></html>`);
writeFileSync("rye.epub", await zip.generateAsync({ type: "nodebuffer" }));
const book = await parseEpub("rye.epub");
console.log(JSON.stringify(book.sections[0].toMarkdown()));
console.log(book.info.author);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Mix it\n[1](#$n)\n\n.\n\nWrite <b>.\n\n<pre>if a:\n    b</pre>\n\nWith water."
Ann Li
SEEN
echo "as described"
