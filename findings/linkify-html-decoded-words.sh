#!/usr/bin/env bash
# linkify-html 4.3.3: a page that shows "&lt;" shows "<" afterwards, and addresses within code become links.
#
# Expected: where a page has no address, nothing of it changes: "&amp;lt;" is the text "&lt;", and a program in <script>
# has "<" as it stands. Code is shown as it is, as linkify-it and remark-gfm leave it in Markdown.
# Seen: text is decoded, and of what it holds only "<" and ">" are encoded again: "&amp;lt;" becomes "&lt;", which is another text;
# "<" in a program becomes "&lt;", and addresses in programs, style sheets and code become links, unless told.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" linkify-html@4.3.3 linkifyjs@4.3.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import linkifyHtml from "linkify-html";

const pages = [
  "<p>Write &amp;lt; for a sign, and &amp;copy; for another.</p>",
  "<p>Rye &lt; oats &amp; wheat</p>",
  '<pre><code>open("rye.com")</code></pre>',
  '<script>if (rye < 3) open("https://rye.example/");</script>',
];
for (const page of pages) console.log(`${page}\n  ${linkifyHtml(page)}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Write &amp;lt; for a sign, and &amp;copy; for another.</p>
  <p>Write &lt; for a sign, and &copy; for another.</p>
<p>Rye &lt; oats &amp; wheat</p>
  <p>Rye &lt; oats & wheat</p>
<pre><code>open("rye.com")</code></pre>
  <pre><code>open("<a href="http://rye.com">rye.com</a>")</code></pre>
<script>if (rye < 3) open("https://rye.example/");</script>
  <script>if (rye &lt; 3) open("<a href="https://rye.example/">https://rye.example/</a>");</script>
SEEN
echo "as described"
