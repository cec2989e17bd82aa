#!/usr/bin/env bash
# @tryghost/mg-shortcodes 0.2.24: a shortcode without an end writes "undefined" on the page, and "[[caption]" is not left alone.
#
# Expected (WordPress, "Shortcode API"): a shortcode may stand alone, "[gallery]" or "[gallery /]", and has no content then; two
# brackets around one show it as it is written; an attribute in quotation marks may hold a bracket.
# Seen: the content of one that stands alone is the value undefined, which a text made with it shows as a word. What is
# escaped is carried out, between brackets; an address ends at its first bracket. A post that Ghost's migration makes of
# WordPress's has these words in it. Code is read, too, as WordPress does.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @tryghost/mg-shortcodes@0.2.24 >/dev/null
cat >"$work/try.mjs" <<'JS'
import shortcodes from "@tryghost/mg-shortcodes";

const Shortcodes = shortcodes.default ?? shortcodes;
const parser = new Shortcodes();
parser.add("caption", ({ content }) => `<figure>${content}</figure>`);
parser.add("link", ({ attrs, content }) => `<a href="${attrs.url}">${content}</a>`);
for (const text of [
  "[caption]Loaf[/caption]",
  "[caption] Rye",
  "[caption /] Rye",
  "[[caption]Loaf[/caption]]",
  '[link url="https://rye.example/?a=[b]"]rye[/link]',
]) console.log(text, "->", parser.parse(text));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[caption]Loaf[/caption] -> <figure>Loaf</figure>
[caption] Rye -> <figure>undefined</figure> Rye
[caption /] Rye -> <figure>undefined</figure> Rye
[[caption]Loaf[/caption]] -> [<figure>Loaf</figure>]
[link url="https://rye.example/?a=[b]"]rye[/link] -> <a href="https://rye.example/?a">"]rye</a>
SEEN
echo "as described"
