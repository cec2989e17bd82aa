#!/usr/bin/env bash
# @abdumajid/html-to-md-extractor 1.0.4: words join those in bold, lines of code join, and "<rye>" vanishes.
#
# Expected: white space around bold words and links remains, code keeps its lines, and "&lt;rye&gt;" is text.
# Seen: "Very **good** bread" is written "Very**good**bread"; two lines of code are one; the word in angle brackets is
# taken for a tag after it was decoded.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @abdumajid/html-to-md-extractor@1.0.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { htmlToMarkdown } from "@abdumajid/html-to-md-extractor";

for (const page of [
  "<p>Very <b>good</b> bread, see <a href='https://rye.example/'>the bakery</a> there.</p>",
  "<pre><code>mix rye\n  knead\nbake</code></pre>",
  "<p>Write &lt;rye&gt; &amp; salt.</p>",
  "<dl><dt>Rye</dt><dd>dark</dd></dl>",
]) console.log(page, "->", JSON.stringify(htmlToMarkdown(page).markdown));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Very <b>good</b> bread, see <a href='https://rye.example/'>the bakery</a> there.</p> -> "Very**good**bread, see[the bakery](https://rye.example/)there."
<pre><code>mix rye
  knead
bake</code></pre> -> "```\nmix rye knead bake\n```"
<p>Write &lt;rye&gt; &amp; salt.</p> -> "Write & salt."
<dl><dt>Rye</dt><dd>dark</dd></dl> -> "Ryedark"
SEEN
echo "as described"
