#!/usr/bin/env bash
# metalsmith-autotoc 0.1.5: headings in Japanese have an empty id, and a page that begins with <h3> has an entry without words.
#
# Expected (HTML, 3.2.6): an id has at least one character, and is there once; an entry of a table of contents has words and
# leads to its heading. Levels may be skipped, as HTML allows (4.3.11).
# Seen: Greek is written in Latin letters, and Japanese is left out, so that its headings all have the id ""; both "Notes"
# have one id, and the second entry leads to the first. Where the first heading is of a lower level, it stands below an
# entry that is empty.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" metalsmith@2.7.0 metalsmith-autotoc@0.1.5 >/dev/null
cat >"$work/try.cjs" <<'JS'
const Metalsmith = require("metalsmith");
const autotoc = require("metalsmith-autotoc");

const outline = (items) => items.map(({ id, text, children }) => `[${text}](#${id})` + (children.length ? `(${outline(children)})` : "")).join(" ");
for (const html of [
  "<h2>ライ麦</h2><h2>大麦</h2><h2>Ζέα</h2>",
  "<h2>Rye</h2><h3>Notes</h3><h2>Oats</h2><h3>Notes</h3>",
  "<h3>Before</h3><h2>Rye</h2>",
]) {
  const files = { "page.html": { autotoc: true, contents: Buffer.from(html) } };
  Metalsmith(__dirname).use(autotoc()).run(files, (error, { "page.html": page }) => {
    if (error) throw error;
    console.log(outline(page.toc));
    console.log("  ", String(page.contents));
  });
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[ライ麦](#) [大麦](#) [Ζέα](#Zea)
   <h2 id>ライ麦</h2><h2 id>大麦</h2><h2 id="Zea">Ζέα</h2>
[Rye](#Rye)([Notes](#Notes)) [Oats](#Oats)([Notes](#Notes))
   <h2 id="Rye">Rye</h2><h3 id="Notes">Notes</h3><h2 id="Oats">Oats</h2><h3 id="Notes">Notes</h3>
[](#)([Before](#Before)) [Rye](#Rye)
   <h3 id="Before">Before</h3><h2 id="Rye">Rye</h2>
SEEN
echo "as described"
