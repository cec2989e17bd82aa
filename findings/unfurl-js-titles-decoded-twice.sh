#!/usr/bin/env bash
# unfurl.js 6.4.0: a title about "&lt;b&gt;" becomes "<b>", and <base> is not read.
#
# Expected (HTML, 13.2.5): references in an attribute are decoded once; "&amp;lt;" is the text "&lt;". Relative
# addresses begin at <base href> (4.2.3).
# Seen: og:title and og:description are decoded twice; the picture is looked for on the page's own host. A title keeps
# its line breaks.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" unfurl.js@6.4.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import http from "node:http";
import { unfurl } from "unfurl.js";

const page = `<!doctype html><html><head><base href="https://pictures.example/p/"><title>
  Two
  lines</title><meta property="og:title" content="What &amp;lt;b&amp;gt; means">
<meta property="og:image" content="loaf.png">
<meta property="og:description" content="Write &amp;amp; for &amp;"></head><body><p>Rye</p></body></html>`;
const server = http.createServer((request, response) => {
  response.setHeader("content-type", "text/html");
  response.end(page);
}).listen(0, "127.0.0.1", async () => {
  const { title, open_graph: graph } = await unfurl(`http://127.0.0.1:${server.address().port}/`);
  console.log(JSON.stringify(title), JSON.stringify(graph.title), JSON.stringify(graph.description));
  console.log(graph.images[0].url.replace(/:\d+\//, ":8000/"));
  server.close();
});
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"\n  Two\n  lines" "What <b> means" "Write & for &"
http://127.0.0.1:8000/loaf.png
SEEN
echo "as described"
