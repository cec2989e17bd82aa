#!/usr/bin/env bash
# wordpress-export-to-markdown 2.2.2: lines of a post of the classic editor become one.
#
# Expected: in such a post, a line break is a line break on the page (WordPress's wpautop), so a poem or an
# address has one in Markdown, too: two spaces or a backslash at the end of the line.
# Seen: the text of the post is taken for HTML, where a line break is a space. Paragraphs, which the converter
# looks after, stay; lines within them are joined. A caption, which is [caption]…[/caption] in the export, stays as
# these words in the text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    wordpress-export-to-markdown@2.2.2 >/dev/null
cat >"$work/export.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Bread</title><link>https://bread.example</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://bread.example</wp:base_site_url>
<item><title>Rye</title><link>https://bread.example/rye/</link>
<pubDate>Wed, 29 Mar 2023 10:00:00 +0000</pubDate><dc:creator><![CDATA[ann]]></dc:creator>
<guid isPermaLink="false">https://bread.example/?p=1</guid><description></description>
<content:encoded><![CDATA[Rye in the mill,
oats in the till.

[caption id="attachment_2" width="300"]<img src="https://bread.example/mill.jpg" alt="A mill" /> The mill[/caption]]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>1</wp:post_id>
<wp:post_date>2023-03-29 10:00:00</wp:post_date><wp:post_date_gmt>2023-03-29 10:00:00</wp:post_date_gmt>
<wp:post_name>rye</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:post_password></wp:post_password></item></channel></rss>
XML
npx --no-install wordpress-export-to-markdown --wizard=false --input="$work/export.xml" \
    --output="$work/posts" --save-attached-images=false --save-scraped-images=false >"$work/log"
awk 'fences > 1 && NF; /^---$/ { fences++ }' "$work/posts/rye/index.md" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye in the mill, oats in the till.
\[caption id="attachment\_2" width="300"\]![A mill](https://bread.example/mill.jpg) The mill\[/caption\]
SEEN
echo "as described"
