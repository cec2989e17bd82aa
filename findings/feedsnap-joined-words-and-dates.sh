#!/usr/bin/env bash
# feedsnap 0.9.0: words of two paragraphs are one, and entries of Atom that say only when they changed have no date.
#
# Expected: a digest of a feed keeps words apart where the page shows them on lines of their own. In Atom (RFC 4287,
# 4.1.2) an entry must have `updated` and may have `published`: without the second, the first is its date, and
# "--since" leaves out an entry that last changed years ago.
# Seen: tags are deleted without a space: "Mix it.Bake it.ryeoatsone twothree". An entry without `published`, even of
# 2019, stands in each digest, undated. "&" is shown as "&amp;", also in JSON, where nothing decodes it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedsnap==0.9.0 feedparser==6.0.12
cat >atom.xml <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Bread</title><author><name>Ann</name></author>
<id>urn:uuid:00000000-0000-4000-8000-000000000001</id><updated>2024-01-02T00:00:00Z</updated>
<entry><title>Rye</title><id>urn:uuid:00000000-0000-4000-8000-000000000002</id>
<link href="https://bread.example/rye"/><updated>2019-01-02T00:00:00Z</updated>
<content type="html">&lt;p&gt;Mix it.&lt;/p&gt;&lt;p&gt;Bake it.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;rye&lt;/li&gt;&lt;li&gt;oats&lt;/li&gt;&lt;/ul&gt;one two&lt;br&gt;three &amp;amp; four</content></entry>
</feed>
XML
{
    "$work/venv/bin/feedsnap" atom.xml --since 2024-01-01
    "$work/venv/bin/feedsnap" atom.xml --output json | grep -E '"(published|summary)"'
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
### Rye
<https://bread.example/rye>

Mix it.Bake it.ryeoatsone twothree &amp; four

        "published": null,
        "summary": "Mix it.Bake it.ryeoatsone twothree &amp; four"
SEEN
echo "as described"
