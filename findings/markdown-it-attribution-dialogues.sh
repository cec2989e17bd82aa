#!/usr/bin/env bash
# markdown-it-attribution 0.1.4: a quoted dialogue becomes the caption of an empty quotation.
#
# Expected: the last line of a quotation that begins with a dash says who is quoted: "> Rye is tall." and "> — Ann".
# Novels in French, Spanish, Russian and other languages begin each speech with a dash; a line with a dash that is
# followed by others is no source.
# Seen: whatever follows the first line with a dash is the source: of a dialogue every speech is in <figcaption>, and
# the quotation has no word. A speech that goes on in the next line is in it, too.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  markdown-it@14.1.0 markdown-it-attribution@0.1.4 >/dev/null
cat >"$work/try.cjs" <<'JS'
const MarkdownIt = require("markdown-it");
const attribution = require("markdown-it-attribution");

const md = new MarkdownIt().use(attribution.default ?? attribution);
for (const text of ["> Rye is tall.\n> — Ann", "> — Is it rye?\n> — No, oats.\n> — Good.", "> He asked:\n> — Is it rye?\n> She nodded."])
  console.log(md.render(text).replace(/ class="[^"]*"/g, ""));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<figure>
<blockquote>
<p>Rye is tall.</p>
</blockquote>
<figcaption>Ann</figcaption>
</figure>

<figure>
<blockquote></blockquote>
<figcaption>Is it rye?
— No, oats.
— Good.</figcaption>
</figure>

<figure>
<blockquote>
<p>He asked:</p>
</blockquote>
<figcaption>Is it rye?
She nodded.</figcaption>
</figure>

SEEN
echo "as described"
