#!/usr/bin/env bash
# discord-markdown 2.5.1: headings, lists, links and times of messages are shown as they are written.
#
# Expected (Discord, "Markdown Text 101", since 2023): "# " is a heading, "- " a list, "-# " small, "[mill](…)" a
# link, and <t:1677744000:R> a moment, as discord-markdown-parser 1.3.1 has all but the list.
# Seen: the signs stay in the HTML; of a link, the brackets are around an address that is linked; a moment is its
# number; an address with brackets ends at the first.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    discord-markdown@2.5.1 discord-markdown-parser@1.3.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { toHTML } = require("discord-markdown");
const { parse } = require("discord-markdown-parser");

for (const text of [
  "# Rye\nIt keeps.",
  "- mill\n- bake",
  "-# small",
  "[mill](https://digest.example/)",
  "<t:1677744000:R>",
  "https://digest.example/mill_(rye) now",
])
  console.log(toHTML(text), "|", parse(text, "extended").map(({ type }) => type).join(" "));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# Rye<br>It keeps. | heading text text
- mill<br>- bake | text br text
-# small | subtext
[mill](<a href="https://digest.example/">https://digest.example/</a>) | link
&lt;t:1677744000:R&gt; | timestamp
<a href="https://digest.example/mill_(rye">https://digest.example/mill_(rye</a>) now | url text
SEEN
echo "as described"
