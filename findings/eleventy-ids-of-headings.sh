#!/usr/bin/env bash
# Eleventy 3.1.8: a heading in Chinese has an empty id or a number for one, and an id of the author's is there twice.
#
# Expected (HTML, 3.2.6): an id has a character at least, and is there once in a page. Eleventy's own plugin for
# headings (IdAttributePlugin) says that it stops a build when an id that an author wrote is there twice.
# Seen: Cyrillic becomes Latin, but of Chinese nothing stays, so that the first such heading has id="", and those after it
# are "-2" and "-3": a link to one leads elsewhere once another comes before it. Of two headings "Rye" the second is
# given "rye-2", also on a page whose author gives that id to another, and the build goes on.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 >/dev/null
cat >eleventy.config.mjs <<'JS'
import { IdAttributePlugin } from "@11ty/eleventy";

export default function (config) {
  config.addPlugin(IdAttributePlugin);
}
JS
mkdir site
printf '## Рожь\n\n## Größe\n\n## 黑麦\n\n## 燕麦\n\n## C++\n\n## C#\n' >site/scripts.md
printf '## Rye\n\n## Rye\n\n<h2 id="rye-2">Notes on rye</h2>\n' >site/own.md
node_modules/.bin/eleventy --quiet --input=site --output=out >log 2>&1
grep -h '<h2' out/scripts/index.html out/own/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<h2 id="rozh">Рожь</h2>
<h2 id="groesse">Größe</h2>
<h2 id="">黑麦</h2>
<h2 id="-2">燕麦</h2>
<h2 id="c">C++</h2>
<h2 id="c-2">C#</h2>
<h2 id="rye">Rye</h2>
<h2 id="rye-2">Rye</h2>
<h2 id="rye-2">Notes on rye</h2>
SEEN
echo "as described"
