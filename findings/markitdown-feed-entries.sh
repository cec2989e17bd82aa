#!/usr/bin/env bash
# markitdown 0.1.9: an entry of a feed that has no title joins the entry before it, and no entry keeps its address.
#
# Expected: each entry begins with its title or its address; both Atom dates are told apart; a plain text with
# "<b>" is escaped, so that Markdown shows the letters.
# Seen: the words of an entry without a title, as feeds of short posts have it, follow those of the entry before,
# after a blank line; links, authors and categories of entries are dropped, and of an Atom entry the date of its
# last change is given; "<b>" of a plain text stands in the Markdown.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "markitdown==0.1.9"
cat >posts.xml <<'XML'
<?xml version="1.0"?><rss version="2.0"><channel><title>Posts</title><link>https://digest.example/</link>
<description>Short ones</description>
<item><title>Rye</title><link>https://digest.example/1</link><description>It keeps a week.</description></item>
<item><link>https://digest.example/2</link><description>Butter is scarce today.</description></item></channel></rss>
XML
cat >notes.xml <<'XML'
<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><id>tag:digest.example,2024:f</id>
<updated>2024-06-01T00:00:00Z</updated><entry><title>Bold</title><id>tag:digest.example,2024:1</id>
<link href="https://digest.example/bold"/><author><name>Ann</name></author><category term="html"/>
<published>2023-12-01T00:00:00Z</published><updated>2024-06-01T00:00:00Z</updated>
<content type="text">Write &lt;b&gt; for bold.</content></entry></feed>
XML
{
    "$work/venv/bin/markitdown" posts.xml 2>/dev/null
    echo
    "$work/venv/bin/markitdown" notes.xml 2>/dev/null
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# Posts
Short ones

## Rye
It keeps a week.

Butter is scarce today.

# Notes

## Bold
Updated on: 2024-06-01T00:00:00Z
Write <b> for bold.
SEEN
echo "as described"
