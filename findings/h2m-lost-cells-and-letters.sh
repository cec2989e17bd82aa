#!/usr/bin/env bash
# h2m 0.7.0: "caf&eacute;" keeps its reference, cells become one word, terms join their descriptions.
#
# Expected: references of HTML are letters; the cells of a row are told apart, by bars or at least by spaces.
# Seen: "&amp;" and "&lt;" are decoded, all other names stay as they are; "rye" and "5" become "rye5", the term and the
# description "Ryedark"; two links join; <b> is dropped, while <strong> is bold.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" h2m@0.7.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "h2m";

for (const page of [
  "<p>A caf&eacute; &amp; a mill&hellip;</p>",
  "<table><tr><td>rye</td><td>5</td></tr><tr><td>oat</td><td>4</td></tr></table>",
  "<dl><dt>Rye</dt><dd>dark</dd></dl>",
  "<p><a href='/rye'>rye</a> <a href='/oat'>oat</a></p>",
  "<p>a <b>big</b> loaf, a <strong>big</strong> loaf</p>",
]) console.log(page, "->", JSON.stringify(convert(page)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>A caf&eacute; &amp; a mill&hellip;</p> -> "A caf&eacute; & a mill&hellip;"
<table><tr><td>rye</td><td>5</td></tr><tr><td>oat</td><td>4</td></tr></table> -> "rye5oat4"
<dl><dt>Rye</dt><dd>dark</dd></dl> -> "Ryedark"
<p><a href='/rye'>rye</a> <a href='/oat'>oat</a></p> -> "[rye](/rye)[oat](/oat)"
<p>a <b>big</b> loaf, a <strong>big</strong> loaf</p> -> "a big loaf, a **big** loaf"
SEEN
echo "as described"
