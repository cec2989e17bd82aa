#!/usr/bin/env bash
# linkedin2md 0.7.2: the page that a post on LinkedIn shares is not in its text, and "# 1 of 3" in a post is a
# heading.
#
# Expected: a post has its words and the page that it is about (SharedUrl of Shares.csv); what only one's connections
# may read is told apart, or marked; the words of a post are plain text, which Markdown escapes.
# Seen: of a post without words only the date is left, and a link to LinkedIn; posts for connections stand among the
# others, unmarked; "# 1 of 3" is a heading above the date's own; the second paragraph of a comment leaves its
# quotation.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check linkedin2md==0.7.2
cd "$work"
cat >export.py <<'PY'
import csv
import io
import zipfile

SHARES = [
    ["Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility"],
    ["2024-01-02 10:00:00", "https://linkedin.example/1", "# 1 of 3: 2 * 3 * 4\nrows of rye", "", "",
     "MEMBER_NETWORK"],
    ["2024-01-03 10:00:00", "https://linkedin.example/2", "", "https://rye.example/", "", "CONNECTIONS"],
]
COMMENTS = [["Date", "Link", "Message"], ["2024-01-04 10:00:00", "https://linkedin.example/3", "One\n\nTwo"]]
with zipfile.ZipFile("export.zip", "w") as archive:
    for name, rows in (("Shares.csv", SHARES), ("Comments.csv", COMMENTS)):
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        archive.writestr(name, text.getvalue())
PY
python3 export.py
"$work/venv/bin/linkedin2md" export.zip -o out -q >/dev/null
cat out/posts.md out/comments.md | grep -v '^$' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# Posts
## 2024-01-02 10:00:00
# 1 of 3: 2 * 3 * 4
rows of rye
[View Post](https://linkedin.example/1)
---
## 2024-01-03 10:00:00
[View Post](https://linkedin.example/2)
---
# Comments
**2024-01-04 10:00:00**
> One
Two
[View](https://linkedin.example/3)
SEEN
echo "as described"
