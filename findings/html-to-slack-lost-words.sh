#!/usr/bin/env bash
# html-to-slack 0.3.7: words in <ins>, <sub>, tables and <div> are not in the message, nor are bold words of a link.
#
# Expected: the words of a page are in the blocks of the message; Slack's rich text has bold and struck words and links, and
# what it lacks stays as plain words. A format within a word leaves the word whole.
# Seen: known tags keep their words, all others take them along: a new price, the 2 of H2O, a table, a list of terms, a
# caption, the bold or slanted words of a heading or of a link. Before the first bold letters within a word stands a space.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-slack@0.3.7 >/dev/null
cat >"$work/try.mjs" <<'JS'
import htmlToSlack from "html-to-slack";

const words = (value) => (Array.isArray(value) ? value.map(words).join("") : value && typeof value === "object"
  ? (typeof value.text === "string" ? value.text : words(value.text)) + words(value.elements) : "");
for (const html of [
  "<p>It costs <del>5</del> <ins>6</ins> pence.</p>",
  "<p>Boil H<sub>2</sub>O.</p>",
  "<table><tr><th>Grain</th></tr><tr><td>Rye</td></tr></table>",
  "<dl><dt>Rye</dt><dd>A grain.</dd></dl>",
  "<div>Sow rye.</div>",
  "<h2>On <em>rye</em></h2>",
  '<p><a href="https://rye.example/">the <b>rye</b> mill</a></p>',
  "<p>Un<b>der</b>ground</p>",
]) console.log(html, "=>", JSON.stringify(words(htmlToSlack(html))));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>It costs <del>5</del> <ins>6</ins> pence.</p> => "It costs 5  pence.\n"
<p>Boil H<sub>2</sub>O.</p> => "Boil HO.\n"
<table><tr><th>Grain</th></tr><tr><td>Rye</td></tr></table> => ""
<dl><dt>Rye</dt><dd>A grain.</dd></dl> => ""
<div>Sow rye.</div> => ""
<h2>On <em>rye</em></h2> => "On "
<p><a href="https://rye.example/">the <b>rye</b> mill</a></p> => "the "
<p>Un<b>der</b>ground</p> => "Un derground\n"
SEEN
echo "as described"
