#!/usr/bin/env bash
# @chrisburnell/eleventy-cache-webmentions 2.3.5: paragraphs of a reply are one word; one page has all replies.
#
# Expected: of a reply its words stay apart when tags are removed; what is struck out is not said; "/?p=1" and "/?p=2" are
# two pages of a blog (WordPress, without other addresses), each with its replies.
# Seen: "<p>One.</p><p>Two<br>lines.</p>" is "One.Twolines.", "<del>old</del> new" is "old new". Replies to each page with
# a query belong to the page without one, and a page that is asked for by its address has none.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @chrisburnell/eleventy-cache-webmentions@2.3.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";

const webmentions = createRequire(import.meta.url)("@chrisburnell/eleventy-cache-webmentions");

const reply = (id, target, html) => ({
  "wm-source": `https://ann.example/${id}`, "wm-target": `https://mill.example${target}`, "wm-property": "in-reply-to",
  "wm-received": "2024-01-02T00:00:00Z", published: `2024-01-0${id}T00:00:00Z`, content: { html },
});
const children = [
  reply(1, "/rye/", "<p>One.</p><p>Two<br>lines.</p>"),
  reply(2, "/rye/", "<ul><li>Rye</li><li>oats</li></ul>, <del>old</del> new"),
  reply(3, "/?p=1", "To the first."),
  reply(4, "/?p=2", "To the second."),
];
const server = createServer((_, response) => response.end(JSON.stringify({ children }))).listen(0, "127.0.0.1");
await once(server, "listening");
console.log = ((log) => (...words) => /new Webmentions/.test(words[0]) || log(...words))(console.log);
const options = {
  ...webmentions.defaults, domain: "https://mill.example", feed: `http://127.0.0.1:${server.address().port}/?a=1`,
  key: "children", refresh: true,
};
for (const path of ["/rye/", "/", "/?p=1"]) {
  const found = await webmentions.getWebmentions(options, `https://mill.example${path}`);
  console.log(path, JSON.stringify(found.map(webmentions.getContent).sort()));
}
server.close();
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
/rye/ ["One.Twolines.","Ryeoats, old new"]
/ ["To the first.","To the second."]
/?p=1 []
SEEN
echo "as described"
