#!/usr/bin/env bash
# @kontent-ai/rich-text-resolver-markdown 3.0.3: a list in the first row ends the table, and plain words become headings.
#
# Expected: the Markdown of a text of Kontent.ai, whose cells may hold lists, means what the editor showed: a row is one line
# (GitHub Flavored Markdown, 4.10), a bar in a cell is "\|", and what looks like Markdown has a backslash.
# Seen: a list in a cell of the first row is written with its line ends, so that there is no table; in other rows it is HTML.
# A bar makes a cell of its own, whose words are dropped; "# 1 of the list" is a heading, "*3*" slanted; code ends at its
# backtick.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --legacy-peer-deps --prefix "$work" \
  @kontent-ai/rich-text-resolver@3.0.2 @kontent-ai/rich-text-resolver-markdown@3.0.3 marked@14.1.4 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { transformToPortableText } = require("@kontent-ai/rich-text-resolver");
const { toMarkdown } = require("@kontent-ai/rich-text-resolver-markdown");
const { marked } = require("marked");

for (const html of [
  "<table><tbody><tr><td>Rye</td><td><ul><li>bread</li></ul></td></tr><tr><td>Oats</td><td><ul><li>beer</li></ul></td></tr></tbody></table>",
  "<table><tbody><tr><td>Rye</td></tr><tr><td>old | new</td></tr></tbody></table>",
  "<p># 1 of the list</p>",
  "<p>2 *3* 4</p>",
  "<p><code>a`b`c</code></p>",
]) {
  const markdown = toMarkdown(transformToPortableText(html), { components: { types: {} } });
  console.log(JSON.stringify(markdown));
  console.log("  ", marked.parse(markdown).replaceAll("\n", ""));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"| Rye | - bread\n\n |\n| --- | --- |\n| Oats | - beer\n\n |\n\n"
   <p>| Rye | - bread</p><p> || --- | --- || Oats | - beer</p><p> |</p>
"| Rye |\n| --- |\n| old | new |\n\n"
   <table><thead><tr><th>Rye</th></tr></thead><tbody><tr><td>old</td></tr></tbody></table>
"# 1 of the list\n\n"
   <h1>1 of the list</h1>
"2 *3* 4\n\n"
   <p>2 <em>3</em> 4</p>
"`a`b`c`\n\n"
   <p><code>a</code>b<code>c</code></p>
SEEN
echo "as described"
