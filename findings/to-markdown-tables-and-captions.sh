#!/usr/bin/env bash
# to-markdown 3.1.1: a table without <thead> is no table in Markdown, and a picture with a caption is its source.
#
# Expected (GitHub Flavored Markdown, 4.10): a table has a row of hyphens below its headings, whether or not HTML says <thead>,
# which may be left out (HTML, 4.9.1). What stays as HTML is whole, or is Markdown outside of it.
# Seen: the row of hyphens is written for <thead> alone: the table is a line of bars, also if its first row is of <th>. A
# picture in <figure> is Markdown within an HTML block, where it is text. Stars and "<" of the text are not escaped, though
# numbers at the beginning of a line are, and code that holds a backtick ends there.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" to-markdown@3.1.1 marked@14.1.4 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { marked } = require("marked");
const toMarkdown = require("to-markdown");

for (const html of [
  "<table><tr><th>Grain</th><th>Pence</th></tr><tr><td>Rye</td><td>2</td></tr></table>",
  '<figure><img src="rye.png" alt="Rye"><figcaption>A field.</figcaption></figure>',
  "<p>2 *3* 4</p>",
  "<p>&lt;b&gt; is bold</p>",
  "<p><code>a`b`c</code></p>",
]) {
  const markdown = toMarkdown(html, { gfm: true });
  console.log(JSON.stringify(markdown), "=>", JSON.stringify(marked.parse(markdown)));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"| Grain | Pence |\n| Rye | 2 |" => "<p>| Grain | Pence |\n| Rye | 2 |</p>\n"
"<figure>![Rye](rye.png)\n\n<figcaption>A field.</figcaption>\n\n</figure>" => "<figure>![Rye](rye.png)\n\n<figcaption>A field.</figcaption>\n\n</figure>"
"2 *3* 4" => "<p>2 <em>3</em> 4</p>\n"
"<b> is bold" => "<p><b> is bold</p>\n"
"`a`b`c`" => "<p><code>a</code>b<code>c</code></p>\n"
SEEN
echo "as described"
