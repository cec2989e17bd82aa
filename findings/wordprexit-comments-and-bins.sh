#!/usr/bin/env bash
# wordprexit 0.0.2: comments that are spam are approved, and posts that are private, or in the bin, are posts of the
# site.
#
# Expected: of an export of WordPress what was published is published: comments with "comment_approved" of 1, posts
# with the status "publish"; the rest stays out, or becomes a draft.
# Seen: only the status "draft" makes a draft. A comment counts as approved if it has a parent, and as the number 0 is
# a text in the export, each has one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check wordprexit==0.0.2 tzlocal==2.1
cd "$work"
cat >blog.py <<'PY'
ITEM = """<item><title>{0}</title><dc:creator>ann</dc:creator><content:encoded>{0} rye.</content:encoded>
<wp:post_id>{1}</wp:post_id><wp:post_date>2024-01-0{1} 10:00:00</wp:post_date><wp:post_name>{0}</wp:post_name>
<wp:status>{2}</wp:status><wp:post_type>post</wp:post_type>{3}</item>"""
COMMENT = """<wp:comment><wp:comment_id>{}</wp:comment_id><wp:comment_content>{}</wp:comment_content>
<wp:comment_approved>{}</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>"""
print('<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"')
print('xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"')
print('xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Rye</title><link>https://rye.example</link>')
print("<wp:base_blog_url>https://rye.example</wp:base_blog_url>")
print(ITEM.format("Sow", 1, "publish", COMMENT.format(1, "Good.", 1) + COMMENT.format(2, "Buy now!", "spam")))
print(ITEM.format("Diary", 2, "private", ""), ITEM.format("Waste", 3, "trash", ""), "</channel></rss>")
PY
"$work/venv/bin/python" blog.py >blog.xml
"$work/venv/bin/wordprexit" blog.xml >/dev/null 2>&1
{
  ls posts
  grep -c draft posts/* || true
  grep -ho '"message".*' data/comments/*/*
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2024-01-01-Sow.md
2024-01-02-Diary.md
2024-01-03-Waste.md
posts/2024-01-01-Sow.md:0
posts/2024-01-02-Diary.md:0
posts/2024-01-03-Waste.md:0
"message": "Good."
"message": "Buy now!"
SEEN
echo "as described"
