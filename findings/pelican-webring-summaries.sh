#!/usr/bin/env bash
# pelican-webring 1.4.0 with Pelican 4.12.0: in summaries of other blogs, the words around a line's end join.
#
# Expected: with WEBRING_CLEAN_SUMMARY_HTML a summary is the text of the HTML: words of two paragraphs or lines are
# apart.
# Seen: tags are deleted and nothing stands in their place: "Sow in May.Reap in", "inAugust".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 pelican-webring==1.4.0
mkdir -p content theme/templates
cat >feed.xml <<'XML'
<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:rye.example,2024:feed</id><title>Rye</title><updated>2024-01-02T00:00:00Z</updated>
<entry><id>tag:rye.example,2024:1</id><title>Rye</title><updated>2024-01-02T00:00:00Z</updated>
<link href="https://rye.example/rye"/>
<summary type="html">&lt;p&gt;Sow in May.&lt;/p&gt;&lt;p&gt;Reap in&lt;br&gt;August.&lt;/p&gt;</summary></entry>
</feed>
XML
for template in author category period_archives article; do touch theme/templates/$template.html; done
echo '{{ webring_articles[0].summary }}' >theme/templates/index.html
cat >pelicanconf.py <<PY
PLUGINS = ["pelican.plugins.webring"]
THEME = "theme"
DIRECT_TEMPLATES = ["index"]
WEBRING_FEED_URLS = ["file://$work/feed.xml"]
PY
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
echo "$(cat out/index.html)" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Sow in May.Reap inAugust.
SEEN
echo "as described"
