#!/usr/bin/env bash
# wxr2md 0.3.0: tags take the place of categories; private, protected and scheduled posts lie among the published.
#
# Expected: of a WordPress export, categories and tags are both in the front matter; what nobody but its author, or
# nobody without a password, or nobody yet could read is kept apart, as drafts are (they have their own folder).
# Seen: with a tag, the front matter has its tags under "categories", and the categories nowhere; a post that
# is private, has a password, waits for review or is for next year is written to "posts" as if it were published.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check wxr2md==0.3.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import tempfile
from pathlib import Path

from wxr2md.__main__ import main

FIELDS = """<link>https://digest.example/{name}/</link><dc:creator>ann</dc:creator>
<content:encoded><![CDATA[Words.]]></content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>{id}</wp:post_id><wp:post_date>{date} 09:00:00</wp:post_date>
<wp:post_modified>2023-03-02 09:00:00</wp:post_modified><wp:post_name>{name}</wp:post_name>
<wp:status>{status}</wp:status><wp:post_type>post</wp:post_type><wp:post_password>{password}</wp:post_password>
<category domain="category" nicename="bread">Bread</category><category domain="post_tag" nicename="rye">Rye</category>"""
POSTS = [
    ("open", "publish", "", "2023-03-02"),
    ("draft", "draft", "", "2023-03-02"),
    ("private", "private", "", "2023-03-02"),
    ("protected", "publish", "salt", "2023-03-02"),
    ("pending", "pending", "", "2023-03-02"),
    ("scheduled", "future", "", "2099-03-02"),
]
items = "".join(
    f"<item><title>{name}</title>"
    + FIELDS.format(id=number, name=name, status=status, password=password, date=date)
    + "</item>"
    for number, (name, status, password, date) in enumerate(POSTS, 1)
)
with tempfile.TemporaryDirectory() as folder:
    export = Path(folder, "export.xml")
    export.write_text(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Digest</title>'
        "<link>https://digest.example</link><description></description><language>en</language>"
        f"<wp:wxr_version>1.2</wp:wxr_version>{items}</channel></rss>",
        encoding="utf-8",
    )
    main(export, Path(folder, "out"), no_frontmatter=False)
    for path in sorted(Path(folder, "out", "Digest").rglob("*.md")):
        print(path.parent.name, path.name)
    print(Path(folder, "out", "Digest", "posts", "2023-03-02-open.md").read_text(encoding="utf-8").strip())
PY
diff "$work/seen" - <<'SEEN'
drafts 2.md
posts 2023-03-02-open.md
posts 2023-03-02-pending.md
posts 2023-03-02-private.md
posts 2023-03-02-protected.md
posts 2099-03-02-scheduled.md
---
id: 1
title: open
type: post
date: 2023-03-02 09:00:00
lastmod: 2023-03-02 09:00:00
categories:
- Rye
---

Words.
SEEN
echo "as described"
