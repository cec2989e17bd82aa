#!/usr/bin/env bash
# eleventy-plugin-excerpt 1.1.2 with Eleventy 3.1.8: below a post that begins with a quotation, a list is quoted.
#
# Expected: the excerpt is the first paragraph, whole in itself, so that a list of posts can hold it.
# Seen: it is all HTML up to the first "</p>": "<blockquote>" is opened and not closed, and so is a list or a box; the
# posts below are within it in any browser. A heading before it comes along; a post of a list has nothing.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @11ty/eleventy@3.1.8 eleventy-plugin-excerpt@1.1.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { mkdirSync } from "node:fs";
import Eleventy from "@11ty/eleventy";
import excerpt from "eleventy-plugin-excerpt";

const post = (day, body) => `---\ndate: 2024-01-0${day}\ntags: post\n---\n${body}`;
mkdirSync("src");
const site = new Eleventy("src", "out", {
  quietMode: true,
  config(settings) {
    settings.addPlugin(excerpt);
    settings.addTemplate("a.md", post(1, "> To sow is to hope.\n\nSo she said."));
    settings.addTemplate("b.md", post(2, "- one\n\n- two\n\nBoth."));
    settings.addTemplate("c.md", post(3, "- one\n- two\n"));
    settings.addTemplate("d.md", post(4, "# Rye\n\nIs sown in autumn.\n\nAnd cut."));
    settings.addTemplate("list.njk", "---\npermalink: /list/\neleventyImport:\n  collections: [post]\n---\n{% for post in collections.post %}[{% excerpt post %}]\n{% endfor %}");
  },
});
const pages = await site.toJSON();
console.log(pages.find(({ url }) => url === "/list/").content.trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[<blockquote>
<p>To sow is to hope.</p>]
[<ul>
<li>
<p>one</p>]
[]
[<h1>Rye</h1>
<p>Is sown in autumn.</p>]
SEEN
echo "as described"
