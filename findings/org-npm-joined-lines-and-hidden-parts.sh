#!/usr/bin/env bash
# org 0.2.0 (npm): the lines of an item join, the first paragraph is the title, and archived parts are shown.
#
# Expected (Org manual, "Plain Lists", "Comment Lines", "Export Settings"): a line may go on in the next with its
# indentation; a title is "#+TITLE:"; headlines that begin with COMMENT, and those tagged ARCHIVE, are not exported
# with their text.
# Seen: "two" and "loaves" become "twoloaves"; the first line of a page without a title is taken out of the text;
# COMMENT and the tag are shown, as are words hidden with them; "[fn:1]" is text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" org@0.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import org from "org";

const options = { headerOffset: 1, exportFromLineNumber: false };
for (const text of [
  "#+TITLE: Rye\n\n- bake two\n  loaves",
  "Rye is dark.\nOat is light.\n\nBoth are good.",
  "#+TITLE: Rye\n\n* COMMENT Ask Ann\nShe knows.",
  "#+TITLE: Rye\n\nIt keeps.[fn:1]\n\n[fn:1] A week.",
]) {
  const page = new org.Parser().parse(text).convert(org.ConverterHTML, options);
  console.log(JSON.stringify(page.title), JSON.stringify(page.contentHTML.replace(/\s*\n\s*/g, "").trim()));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye" "<ul><li>bake twoloaves</li></ul>"
"Rye is dark." "<p>Oat is light.</p><p>Both are good.</p>"
"Rye" "<h2 id=\"header-1\"><span class=\"section-number\">1</span>COMMENT Ask Ann</h2>She knows."
"Rye" "<p>It keeps.[fn:1]</p><p>[fn:1] A week.</p>"
SEEN
echo "as described"
