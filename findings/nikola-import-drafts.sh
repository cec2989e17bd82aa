#!/usr/bin/env bash
# Nikola 8.3.3: drafts that "nikola import_wordpress" brings are published posts.
#
# Expected: a post of the status "draft" or "pending" becomes a draft of Nikola (".. status: draft"), unless
# "--no-drafts" leaves it out.
# Seen: the status stands as ".. wp-status: draft", which nothing reads: the drafts are on the front page, and
# their folders in the output.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "nikola==8.3.3" phpserialize==1.3 requests
cat >"$work/make.py" <<'PY'
from pathlib import Path

ITEM = """<item><title>{title}</title><link>https://digest.example/?p={number}</link><dc:creator>ann</dc:creator>
<guid isPermaLink="false">https://digest.example/?p={number}</guid><description></description>
<content:encoded><![CDATA[{title} words.]]></content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date>2024-02-0{number} 10:00:00</wp:post_date>
<wp:post_date_gmt>2024-02-0{number} 10:00:00</wp:post_date_gmt><wp:comment_status>closed</wp:comment_status>
<wp:post_name>p{number}</wp:post_name><wp:status>{status}</wp:status><wp:post_parent>0</wp:post_parent>
<wp:post_type>post</wp:post_type><wp:post_password></wp:post_password></item>"""
items = [ITEM.format(number=n, title=s.title(), status=s) for n, s in enumerate(("publish", "draft", "pending"), 1)]
Path("export.xml").write_text(
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<channel><title>Digest</title><link>https://digest.example</link><description>Notes</description>"
    "<language>en</language><wp:wxr_version>1.2</wp:wxr_version>"
    "<wp:base_site_url>https://digest.example</wp:base_site_url>"
    "<wp:base_blog_url>https://digest.example</wp:base_blog_url>"
    "<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ann</wp:author_login>"
    "<wp:author_email>ann@digest.example</wp:author_email>"
    "<wp:author_display_name>Ann</wp:author_display_name></wp:author>" + "".join(items) + "</channel></rss>"
)
PY
"$work/venv/bin/python" make.py
"$work/venv/bin/nikola" import_wordpress --no-downloads -o site export.xml >log 2>&1
(cd site && "$work/venv/bin/nikola" build >>../log 2>&1)
{
    grep -h "status" site/posts/*.meta
    for word in Publish Draft Pending; do
        grep -q "$word words" site/output/index.html && echo "$word is on the front page"
    done
    (cd site/output/posts && ls)
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
.. wp-status: publish
.. wp-status: draft
.. wp-status: pending
Publish is on the front page
Draft is on the front page
Pending is on the front page
p1
p2
p3
SEEN
echo "as described"
