#!/usr/bin/env bash
# blogger2hugo 0.1.0: readers' comments and the settings of a blog become published posts, and links lose fragments.
#
# Expected: Blogger's export has all of a blog in one Atom feed, and says by a category of each entry whether it is a
# post, a page, a comment, the template or a setting; only the first two are for a site. "#salt" in a link leads to a
# part of a page.
# Seen: whatever is no page is written as a post with "draft: false", comments of others with their names left out;
# the fragment of every address is dropped with tracking parameters, by default.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check blogger2hugo==0.1.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import contextlib
import io
import tempfile
from pathlib import Path

from blogger2hugo.cli import main

KIND = '<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#'
ENTRIES = [
    ("post", "Rye", '<p>See <a href="https://mill.example/#salt">salt</a>.</p>'),
    ("comment", "I disagree", "Ask me by mail"),
    ("settings", "Blog publishing mode", "PUBLISH_MODE_BLOGSPOT"),
]
entries = "".join(
    f"<entry><id>{number}</id><published>2023-03-02T08:00:00Z</published><updated>2023-03-02T08:00:00Z</updated>"
    f"{KIND}{kind}\"/><title>{title}</title><content type='html'><![CDATA[{content}]]></content></entry>"
    for number, (kind, title, content) in enumerate(ENTRIES)
)
with tempfile.TemporaryDirectory() as folder:
    export = Path(folder, "blog.xml")
    export.write_text(f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>', encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()):
        main([str(export), "--out", f"{folder}/posts", "--pages-out", f"{folder}/pages", "--flat"])
    for path in sorted(Path(folder).glob("p*/**/*.md")):
        lines = path.read_text(encoding="utf-8").splitlines()
        print(path.parts[3], path.name, lines[4], "|", lines[-1])
PY
diff "$work/seen" - <<'SEEN'
posts 20230302-blog-publishing-mode.md draft: false | PUBLISH_MODE_BLOGSPOT
posts 20230302-i-disagree.md draft: false | Ask me by mail
posts 20230302-rye.md draft: false | See [salt](<https://mill.example/>).
SEEN
echo "as described"
