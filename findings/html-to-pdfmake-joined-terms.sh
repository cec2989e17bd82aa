#!/usr/bin/env bash
# html-to-pdfmake 2.5.34: a term runs into its description, and short quotations lose their marks.
#
# Expected: in a PDF made of a page, <dt> and <dd> stand on lines of their own, <q> has quotation marks, and <summary> is
# apart from what it summarises, as browsers show them.
# Seen: all of a list of descriptions is one line without spaces; the quotation cannot be told from the words around it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-pdfmake@2.5.34 jsdom@29.1.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const convert = require("html-to-pdfmake");
const { window } = new (require("jsdom").JSDOM)("");

const words = (part) =>
  typeof part === "string" ? part
  : Array.isArray(part) ? part.map(words).join("")
  : words(part.text ?? part.stack ?? part.ul ?? part.ol ?? "");
for (const html of [
  "<dl><dt>Wick</dt><dd>It burns.</dd><dt>Glass</dt><dd>It shines.</dd></dl>",
  "<p>She said <q>trim it</q> twice.</p>",
]) {
  console.log(convert(html, { window }).map(words));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[ 'WickIt burns.GlassIt shines.' ]
[ 'She said trim it twice.' ]
SEEN
echo "as described"
