#!/usr/bin/env bash
# wpparser 1.1.2: categories and tags are slugs, and whatever is no category is a tag: a format, a series, a menu.
#
# Expected: a post's <category> has a name, "Bread & Salt", as its text, and a slug as an attribute; "domain" says of
# which taxonomy it is; "post_format", "nav_menu" and those that plugins add are no tags.
# Seen: names are not in a post's result, and a name with letters that a slug encodes is "%d1%80…"; "post-format-quote"
# is a tag of the post.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check wpparser==1.1.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import tempfile
from pathlib import Path

import wpparser

FIELDS = "".join(
    f"<wp:{name}>{value}</wp:{name}>"
    for name, value in {
        "post_id": 1, "post_date": "", "post_date_gmt": "", "status": "publish", "post_parent": 0, "menu_order": 0,
        "post_type": "post", "post_name": "rye", "is_sticky": 0, "ping_status": "", "post_password": "",
    }.items()
)
FILE = f"""<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Digest</title><link></link><description></description>
<language>en</language><wp:base_site_url></wp:base_site_url><wp:base_blog_url></wp:base_blog_url>
<item><title>Rye</title><link></link><pubDate></pubDate><dc:creator>ann</dc:creator><guid></guid><description/>
<content:encoded>Words</content:encoded><excerpt:encoded/>{FIELDS}
<category domain="category" nicename="bread-salt">Bread &amp; Salt</category>
<category domain="post_tag" nicename="%d1%80%d0%be%d0%b6%d1%8c">рожь</category>
<category domain="post_format" nicename="post-format-quote">Quote</category></item></channel></rss>"""
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "export.xml")
    path.write_text(FILE, encoding="utf-8")
    post = wpparser.parse(str(path))["posts"][0]
print(post["categories"], post["tags"])
PY
diff "$work/seen" - <<'SEEN'
['bread-salt'] ['%d1%80%d0%be%d0%b6%d1%8c', 'post-format-quote']
SEEN
echo "as described"
