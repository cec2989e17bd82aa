#!/usr/bin/env bash
# @11ty/eleventy-plugin-rss 3.0.0: with a summary, the RSS feed is malformed; titles in the JSON feed have entities.
#
# Expected: a post with a "summary" has it beside its content, in well-formed XML; a title of JSON Feed is plain text;
# the "subtitle" describes all three feeds.
# Seen: the content is in <content:encoded>, a name whose prefix is not declared; in JSON, "Rye & oats" is
# "Rye &amp; oats", as the template escapes for HTML, and the description is empty. The Atom feed is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 \
  @11ty/eleventy-plugin-rss@3.0.0 >/dev/null
cat >"$work/eleventy.config.mjs" <<'JS'
import { feedPlugin } from "@11ty/eleventy-plugin-rss";

export default function (config) {
  const metadata = {
    language: "en",
    title: "The mill",
    subtitle: "Bread and fields",
    base: "https://rye.example/",
    author: { name: "Ann" },
  };
  for (const type of ["atom", "rss", "json"])
    config.addPlugin(feedPlugin, { type, outputPath: `/feed.${type}`, collection: { name: "posts" }, metadata });
}
JS
mkdir "$work/site"
cat >"$work/site/rye.md" <<'MD'
---
title: Rye & oats
summary: Sow it.
tags: posts
date: 2024-01-02
---
Sow it in October.
MD
node_modules/.bin/eleventy --quiet --input=site --output=out --config=eleventy.config.mjs >/dev/null
cat >"$work/try.py" <<'PY'
import json
from xml.etree import ElementTree

for kind in ("atom", "rss"):
    try:
        ElementTree.parse(f"out/feed.{kind}")
        print(kind, "is well-formed")
    except ElementTree.ParseError as error:
        print(kind, "is not well-formed:", error)
with open("out/feed.json", encoding="utf-8") as file:
    feed = json.load(file)
print("json", repr(feed["items"][0]["title"]), repr(feed["description"]))
PY
python3 "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
atom is well-formed
rss is not well-formed: unbound prefix: line 13, column 6
json 'Rye &amp; oats' ''
SEEN
echo "as described"
