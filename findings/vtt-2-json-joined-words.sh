#!/usr/bin/env bash
# vtt-2-json 1.1.4: the last word of a line and the first of the next are one, and &amp; is the word “amp”.
#
# Expected: the list of a caption's words, by which a page finds or marks what is said, has each word; references of
# WebVTT are read; the speaker of <v Ann> is kept.
# Seen: two lines of a caption are joined without a space. References are shown as typed and become words of their own
# (“amp”), or part of one (“ltbgt”). Letters with accents are cut out of words. The speaker is gone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" vtt-2-json@1.1.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const convert = createRequire(import.meta.url)("vtt-2-json");

const captions = `WEBVTT

00:01.000 --> 00:02.000
<v Ann>Trim the
wick &amp; light it.

00:03.000 --> 00:04.000
Das Öl &lt;b&gt; naïf
`;
for (const { part, words } of await (convert.default ?? convert)(captions)) {
  console.log(JSON.stringify(part), words.map(({ word }) => word).join("|"));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Trim the\nwick &amp; light it." trim|thewick|amp|light|it
"Das Öl &lt;b&gt; naïf" das|l|ltbgt|naf
SEEN
echo "as described"
