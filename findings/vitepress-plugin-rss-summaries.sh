#!/usr/bin/env bash
# vitepress-plugin-rss 0.4.4 with VitePress 1.6.4: a summary is Markdown cut in a table, and small pictures are not there.
#
# Expected: the summary of a post in its feed is text, or HTML; a picture of the feed has an address under which there is
# one.
# Seen: a summary that the plugin makes itself is the source of the post up to a "---", wherever it stands: with the marks of
# pictures, boxes and tables. A picture of less than 4 kB, which Vite writes into the page itself, has the address of its
# source, where the site has none; a larger one is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" vitepress@1.6.4 \
  vitepress-plugin-rss@0.4.4 >/dev/null
mkdir -p site/.vitepress site/posts
cat >site/.vitepress/config.mjs <<'JS'
import { RssPlugin } from "vitepress-plugin-rss";

export default { vite: { plugins: [RssPlugin({ title: "Rye", baseUrl: "https://rye.example" })] } };
JS
cat >site/posts/rye.md <<'MD'
---
title: Rye
date: 2024-01-02
---
![Field](./field.svg) ![Mill](./mill.svg)

::: tip When
In October.
:::

| grain | pence |
| --- | --- |
| rye | 2 |
MD
echo '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' >site/posts/field.svg
printf '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>%05000d</desc></svg>' 0 >site/posts/mill.svg
echo '# Home' >site/index.md
node_modules/.bin/vitepress build site >/dev/null 2>&1
cat >try.py <<'PY'
import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

site = Path("site/.vitepress/dist")
feed = ElementTree.parse(site / "feed.rss").iter("item")
item = next(item for item in feed if item.findtext("title") == "Rye")
picture = re.compile('<img src="(.*?)"')
page = picture.findall((site / "posts/rye.html").read_text())
for shown, fed in zip(page, picture.findall(item.findtext("{*}encoded"))):
    address = urljoin(item.findtext("link"), fed)
    there = (site / address.removeprefix("https://rye.example/")).exists()
    short = [re.sub(r"\.[\w-]{8}\.svg|,.*", "…", text) for text in (shown, address)]
    print(f"page {short[0]} feed {short[1]}, which is {'there' if there else 'not there'}")
print("summary:", repr(item.findtext("description")))
PY
python3 try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
page data:image/svg+xml… feed https://rye.example/posts/field.svg, which is not there
page /assets/mill… feed https://rye.example/assets/mill…, which is there
summary: '![Field](./field.svg) ![Mill](./mill.svg)\n\n::: tip When\nIn October.\n:::\n\n| grain | pence |\n| '
SEEN
echo "as described"
