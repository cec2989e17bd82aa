#!/usr/bin/env bash
# @vuepress/plugin-feed 2.0.0-rc.128: titles are escaped twice, and pictures of a feed are missing or at another address.
#
# Expected (RFC 4287, 3.1.1.1): a title of type "text" is escaped once, as XML; a summary of JSON Feed is plain text;
# a feed has the pictures of a post under the addresses that the page shows.
# Seen: of the title 'On "rye"' an Atom reader shows "On &quot;rye&quot;", and so does JSON Feed's summary. A picture beside
# the post is left out without a word; one of the public folder has no base, so that it is looked for outside of the site.
# Words in a component of Vue are gone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --legacy-peer-deps --prefix "$work" \
  vuepress@2.0.0-rc.31 @vuepress/bundler-vite@2.0.0-rc.31 @vuepress/plugin-feed@2.0.0-rc.128 vue@3.5.45 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, type: "module" }));
'
mkdir -p site/.vuepress/public site/posts
cat >site/.vuepress/client.js <<'JS'
import { h } from "vue";
import { Content, defineClientConfig } from "vuepress/client";

export default defineClientConfig({ layouts: { Layout: () => h(Content), NotFound: () => h("p", "Not found") } });
JS
cat >site/.vuepress/config.js <<'JS'
import { viteBundler } from "@vuepress/bundler-vite";
import { feedPlugin } from "@vuepress/plugin-feed";
import { defineUserConfig } from "vuepress";

export default defineUserConfig({
  base: "/blog/",
  title: "Grain",
  bundler: viteBundler(),
  theme: { name: "plain" },
  plugins: [feedPlugin({ hostname: "https://rye.example", atom: true, json: true })],
});
JS
cat >site/posts/rye.md <<'MD'
---
title: On "rye" & oats
date: 2024-01-02
---
Rye is "tall". ![Field](./field.svg) ![Mill](/mill.svg)

<ClientOnly>Sow it in October.</ClientOnly>
MD
echo '# Home' >site/README.md
printf '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>%05000d</desc></svg>' 0 |
  tee site/posts/field.svg >site/.vuepress/public/mill.svg
node_modules/.bin/vuepress build site >/dev/null 2>&1
cat >try.py <<'PY'
import json
import re
from xml.etree import ElementTree

dist = "site/.vuepress/dist/"
with open(dist + "posts/rye.html", encoding="utf-8") as file:
    page = file.read()
with open(dist + "feed.json", encoding="utf-8") as file:
    item = next(item for item in json.load(file)["items"] if item["url"].endswith("rye.html"))
entries = ElementTree.parse(dist + "atom.xml").iterfind("{*}entry")
title = next(entry.find("{*}title") for entry in entries if entry.findtext("{*}id").endswith("rye.html"))
print("title", title.get("type"), repr(title.text))
print("summary", repr(item["summary"]))
for name, text in (("page", page), ("feed", item["content_html"])):
    pictures = [re.sub("-[^.]*", "-…", address) for address in re.findall('<img[^>]* src="(.*?)"', text)]
    print(name, "pictures", pictures)
print("words", "kept" if "October" in item["content_html"] else "gone")
PY
python3 try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
title text 'On &quot;rye&quot; & oats'
summary 'Rye is &quot;tall&quot;. Field Mill'
page pictures ['/blog/assets/field-….svg', '/blog/mill.svg']
feed pictures ['/mill.svg']
words gone
SEEN
echo "as described"
