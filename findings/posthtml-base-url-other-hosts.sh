#!/usr/bin/env bash
# posthtml-base-url 3.1.9: a picture of another host is looked for on one's own, and "/rye" below the folder of the mail.
#
# Expected (RFC 3986, 5.2): "//pics.example/rye.png" begins with a host, and "/rye" with the root of the site: each is
# resolved against the base. Maizzle completes the addresses of a newsletter with this plugin.
# Seen: the base is put before whatever has no scheme: "https://rye.example/mail///pics.example/rye.png" is a path that
# nobody has, and so is ".../mail//rye".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" posthtml@0.16.7 posthtml-base-url@3.1.9 >/dev/null
cat >"$work/try.mjs" <<'JS'
import posthtml from "posthtml";
import baseUrl from "posthtml-base-url";

const mail = posthtml([baseUrl({ url: "https://rye.example/mail/", allTags: true })]);
for (const html of [
  '<img src="rye.png">',
  '<a href="/rye">x</a>',
  '<img src="//pics.example/rye.png">',
  '<img srcset="a.png 1x, b.png 2x">',
  '<a href="mailto:ann@rye.example">x</a>',
]) console.log(html, "->", (await mail.process(html)).html);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<img src="rye.png"> -> <img src="https://rye.example/mail/rye.png">
<a href="/rye">x</a> -> <a href="https://rye.example/mail//rye">x</a>
<img src="//pics.example/rye.png"> -> <img src="https://rye.example/mail///pics.example/rye.png">
<img srcset="a.png 1x, b.png 2x"> -> <img srcset="https://rye.example/mail/a.png 1x, https://rye.example/mail/b.png 2x">
<a href="mailto:ann@rye.example">x</a> -> <a href="mailto:ann@rye.example">x</a>
SEEN
echo "as described"
