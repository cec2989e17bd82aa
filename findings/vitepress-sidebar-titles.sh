#!/usr/bin/env bash
# vitepress-sidebar 1.40.0: a menu shows "Größe {#size}" and "{{ $frontmatter.title }}", and no title that is underlined.
#
# Expected: with "useTitleFromFileHeading" a page has the name in the menu that its first heading has on the page, as
# VitePress 1.6.4 shows it: without the id that is set for it, with variables filled in, whatever form it has.
# Seen: the id stands in the menu, and so does the variable of Vue. A heading that is underlined is none, and the page has
# the name of its file. Of a picture in a heading "!" and its description are left.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --legacy-peer-deps --prefix "$work" \
  vitepress-sidebar@1.40.0 >/dev/null
mkdir docs
echo '# Why `C#` & *oats*?' >docs/1-formatted.md
echo '# Größe {#size}' >docs/2-id.md
printf -- '---\ntitle: Oats\n---\n# {{ $frontmatter.title }}\n' >docs/3-variable.md
printf 'Barley\n======\n' >docs/4-underlined.md
echo '# Mill ![wheel](wheel.svg)' >docs/5-picture.md
cat >try.mjs <<'JS'
import { generateSidebar } from "vitepress-sidebar";

for (const { link, text } of generateSidebar({ documentRootPath: "docs", useTitleFromFileHeading: true }))
  console.log(link, text);
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
/1-formatted Why C# & oats?
/2-id Größe {#size}
/3-variable {{ $frontmatter.title }}
/4-underlined 4-underlined
/5-picture Mill !wheel
SEEN
echo "as described"
