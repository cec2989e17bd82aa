#!/usr/bin/env bash
# webvtt-parser 2.2.0 (W3C's): after each "&amp;" of a caption a semicolon is shown.
#
# Expected (WebVTT, 6.4): "&amp;" is "&", "&copy;" is "©" as in HTML.
# Seen: the text of a cue that the parser has taken apart reads "Bread &; salt"; "&copy;" stays. No error is reported.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" webvtt-parser@2.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import webvtt from "webvtt-parser";

const text = (node) => node.value && node.type === "text" ? node.value : (node.children ?? []).map(text).join("");
for (const caption of ["Bread &amp; salt", "1 &lt; <b>2</b> &gt; 0", "a&nbsp;b", "&copy; Rye"]) {
  const file = `WEBVTT\n\n00:01.000 --> 00:02.000\n${caption}\n`;
  const { cues, errors } = new webvtt.WebVTTParser().parse(file, "metadata");
  console.log(caption, "->", JSON.stringify(text(cues[0].tree)), errors.length, "errors");
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Bread &amp; salt -> "Bread &; salt" 0 errors
1 &lt; <b>2</b> &gt; 0 -> "1 <; 2 >; 0" 0 errors
a&nbsp;b -> "a ;b" 0 errors
&copy; Rye -> "&copy; Rye" 0 errors
SEEN
echo "as described"
