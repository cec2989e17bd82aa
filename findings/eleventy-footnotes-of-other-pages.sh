#!/usr/bin/env bash
# eleventy-plugin-footnotes 0.11.0: pages of one template show each other's notes, and the preview notes that are gone.
#
# Expected: a page lists the notes that it refers to.
# Seen: notes are kept for each source file, and never dropped. Pages that pagination makes from one file, as a page
# for each day or topic, list the notes of those before them, with links back to what is not there. In the watch mode
# a note that was deleted from a text stays at the end of its page.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
cd "$work"
trap 'kill %1 2>/dev/null || true; wait; rm -rf "$work"' EXIT
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 \
  eleventy-plugin-footnotes@0.11.0 >/dev/null
cat >eleventy.config.mjs <<'JS'
import footnotes from "eleventy-plugin-footnotes";

export default function (config) {
  config.addPlugin(footnotes, {});
}
JS
mkdir site
cat >site/days.njk <<'NJK'
---
pagination: { data: days, size: 1, alias: day }
days: [{ name: monday, note: Rye note. }, { name: tuesday, note: Oat note. }, { name: sunday }]
permalink: "/{{ day.name }}/"
---
{% if day.note %}{% footnoteref day.name, day.note %}Bread{% endfootnoteref %}{% endif %}
{% footnotes %}
NJK
cat >site/rye.njk <<'NJK'
{% footnoteref "old", "Old note." %}Rye{% endfootnoteref %} {% footnotes %}
NJK
await() { # await WORDS FILE: until the file has them, at most twenty seconds
  for _ in $(seq 100); do
    if grep -q "$1" "$2" 2>/dev/null; then break; fi
    sleep 0.2
  done
}

show() { echo "$1: $(grep -o '[A-Z][a-z]* note' "out/$1/index.html" | paste -s -d ,)"; }

node_modules/.bin/eleventy --input=site --output=out --watch >log 2>&1 &
await Watching log
{
  for page in monday tuesday sunday rye; do show $page; done
  sed -i 's/"old", "Old note."/"new", "New note."/' site/rye.njk
  await "New note" out/rye/index.html
  sleep 1
  show rye
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
monday: Rye note
tuesday: Rye note,Oat note
sunday: Rye note,Oat note
rye: Old note
rye: Old note,New note
SEEN
echo "as described"
