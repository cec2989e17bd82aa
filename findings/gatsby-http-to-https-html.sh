#!/usr/bin/env bash
# gatsby-remark-http-to-https 1.0.2: HTML around a picture is rewritten as XML: a box ends early, "&copy;" is shown as letters.
#
# Expected: "http:" becomes "https:" in the address of a picture, and nothing else changes: HTML may leave out end tags, and
# has names for characters (HTML, 13.1.2.4 and 13.5). A box may begin in one block of HTML and end in another.
# Seen: whatever HTML has a picture is read as XML and written anew: a <div> that Markdown stands in is closed before it; "©"
# is "&amp;copy;"; after <br> everything is within it; "<" in a program is escaped. A page without "http:" changes as well.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    --legacy-peer-deps gatsby-remark-http-to-https@1.0.2 remark-parse@9.0.0 remark-stringify@9.0.1 unified@9.2.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import httpToHttps from "gatsby-remark-http-to-https";
import unified from "unified";
import parse from "remark-parse";
import write from "remark-stringify";

const page = unified().use(parse).use(() => (markdownAST) => void httpToHttps({ markdownAST })).use(write);
for (const text of [
  '<div class="box"><img src="http://rye.example/a.png">\n\nWords in the box.\n\n</div>',
  '<div><img src="https://rye.example/a.png"> &copy; Ann<br>Li</div>',
  '<ul><li>rye<li><img src="http://rye.example/a.png"></ul>',
]) console.log(`${text}\n=>\n${page.processSync(text)}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<div class="box"><img src="http://rye.example/a.png">

Words in the box.

</div>
=>
<div class="box"><img src="https://rye.example/a.png"/></div>

Words in the box.

</div>

<div><img src="https://rye.example/a.png"> &copy; Ann<br>Li</div>
=>
<div><img src="https://rye.example/a.png"> &amp;copy; Ann<br>Li</br></img></div>

<ul><li>rye<li><img src="http://rye.example/a.png"></ul>
=>
<ul><li>rye<li><img src="https://rye.example/a.png"/></li></li></ul>

SEEN
echo "as described"
