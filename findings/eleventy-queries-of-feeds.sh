#!/usr/bin/env bash
# Eleventy 3.1.8, @11ty/eleventy-plugin-rss 3.0.0: relative links of a feed lose their query.
#
# Expected (RFC 3986, 5.2): "?day=2" and "field.jpg?v=2" in a post are completed with the address of the post, and keep
# the query, as they do when a browser follows them.
# Seen: the feed has path and fragment without the query: a link to the second day leads to the post itself, and a picture
# is an old one. An address that begins with "/" keeps it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 \
  @11ty/eleventy-plugin-rss@3.0.0 >/dev/null
cat >eleventy.config.mjs <<'JS'
import { feedPlugin } from "@11ty/eleventy-plugin-rss";

export default function (config) {
  const metadata = { language: "en", title: "Rye", base: "https://rye.example/", author: { name: "Ann" } };
  config.addPlugin(feedPlugin, { type: "json", outputPath: "/feed.json", collection: { name: "posts" }, metadata });
}
JS
mkdir site
cat >site/rye.html <<'HTML'
---
title: Rye
tags: posts
date: 2024-01-02
---
<a href="?day=2">a</a>
<a href="../oats/?day=2#when">b</a>
<img src="field.jpg?v=2">
<a href="/oats/?day=2">c</a>
HTML
node_modules/.bin/eleventy --quiet --input=site --output=out >log 2>&1
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";

const addresses = (html) => [...html.matchAll(/(?:href|src)="(.*?)"/g)].map(([, address]) => address);
const item = JSON.parse(readFileSync("out/feed.json", "utf-8")).items[0];
const feed = addresses(item.content_html);
addresses(readFileSync("out/rye/index.html", "utf-8")).forEach((address, number) =>
  console.log(`${address}\n  a browser: ${new URL(address, item.url)}\n  the feed:  ${feed[number]}`));
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
?day=2
  a browser: https://rye.example/rye/?day=2
  the feed:  https://rye.example/rye/
../oats/?day=2#when
  a browser: https://rye.example/oats/?day=2#when
  the feed:  https://rye.example/oats/#when
field.jpg?v=2
  a browser: https://rye.example/rye/field.jpg?v=2
  the feed:  https://rye.example/rye/field.jpg
/oats/?day=2
  a browser: https://rye.example/oats/?day=2
  the feed:  https://rye.example/oats/?day=2
SEEN
echo "as described"
