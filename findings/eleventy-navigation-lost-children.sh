#!/usr/bin/env bash
# @11ty/eleventy-navigation 1.0.5 with Eleventy 3.1.8: a page whose parent is gone is in no menu, and a title may be a tag.
#
# Expected: a page that says where it belongs is in the menu, or the build says that its parent, "Mill", is not there;
# a title is text, as Nunjucks escapes it.
# Seen: once a page is renamed or deleted, all below it are out of the menu without a word. "How to use <b>" makes what
# follows bold in the menu, and "&" is written as it is.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @11ty/eleventy@3.1.8 @11ty/eleventy-navigation@1.0.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { mkdirSync } from "node:fs";
import Eleventy from "@11ty/eleventy";
import navigation from "@11ty/eleventy-navigation";

const page = (key, rest = "") => `---\neleventyNavigation:\n  key: "${key}"\n${rest}---\n`;
mkdirSync("src");
const site = new Eleventy("src", "out", {
  quietMode: true,
  config(settings) {
    settings.addPlugin(navigation);
    settings.addTemplate("a.md", page("How to use <b>", "  order: 1\n"));
    settings.addTemplate("b.md", page("Rye & oats", "  order: 2\n"));
    settings.addTemplate("c.md", page("Stones", "  parent: Mill\n"));
    settings.addTemplate("d.md", page("Sails", "  parent: Stones\n"));
    settings.addTemplate("menu.njk", "{{ collections.all | eleventyNavigation | eleventyNavigationToHtml | safe }}\n{% for x in collections.all | eleventyNavigation %}{{ x.title }}; {% endfor %}");
  },
});
const pages = await site.toJSON();
console.log(pages.find(({ url }) => url === "/menu/").content);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<ul><li><a href="/a/">How to use <b></a></li>
<li><a href="/b/">Rye & oats</a></li></ul>
How to use &lt;b&gt;; Rye &amp; oats; 
SEEN
echo "as described"
