#!/usr/bin/env bash
# @notesnook-importer/enex 2.3.5: a note that writes "<b>" in words has bold in its place, and what follows it is bold.
# Expected: the importer of Notesnook gives the HTML of a note of Evernote; "&lt;b&gt;" in it is text, in the result, too.
# Seen: references are decoded and not written again: "&lt;b&gt;" is an element, "1 &lt; 2" and "AT&amp;T" lose theirs,
# as does "&amp;" in an address; "&nbsp;" stays. A task that is done becomes its words alone without a handler.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @notesnook-importer/enex@2.3.5 esbuild@0.28.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { writeFileSync } from "node:fs";
import { buildSync } from "esbuild";

writeFileSync("all.js", 'export * from "@notesnook-importer/enex";');
buildSync({ entryPoints: ["all.js"], bundle: true, platform: "node", format: "esm", outfile: "all.mjs", logLevel: "error" });
const { parse, processContent } = await import("./all.mjs");
const file = (body) => `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20240301T100000Z" application="Evernote" version="10"><note><title>Rye</title><content><![CDATA[<?xml version="1.0"
encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>${body}</en-note>]]></content></note></en-export>`;
for (const body of ["<div>Write &lt;b&gt; for bold.</div>", "<div>1 &lt; 2, AT&amp;T, a&nbsp;b</div>", '<div><a href="https://rye.example/?a=1&amp;copy=2">rye</a></div>'])
  for await (const [note] of parse(file(body))) console.log(body, "->", await processContent(note.content));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<div>Write &lt;b&gt; for bold.</div> -> <p>Write <b> for bold.</p>
<div>1 &lt; 2, AT&amp;T, a&nbsp;b</div> -> <p>1 < 2, AT&T, a&nbsp;b</p>
<div><a href="https://rye.example/?a=1&amp;copy=2">rye</a></div> -> <p><a href="https://rye.example/?a=1&copy=2">rye</a></p>
SEEN
echo "as described"
