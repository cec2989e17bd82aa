#!/usr/bin/env bash
# pelican-read-more 1.0.0 with Pelican 4.12.0: below a folder, and in feeds, the link "continue" leads nowhere.
#
# Expected: a link that a plugin adds to summaries leads to the article, as those of {filename} do, which Pelican makes
# whole: feeds are read elsewhere, and a site may live below a folder, as a project's does on GitHub.
# Seen: the link is "/rye.html", whatever SITEURL is. A site at "/digest" has no page there, nor has one that shows
# its feed. A setting (READ_MORE_LINK_FORMAT) can name the whole address.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 markdown==3.10.2 pelican-read-more==1.0.0
mkdir content
printf 'Title: Rye\nDate: 2024-01-02\nSlug: rye\n\nSee [oats]({filename}oats.md), and what follows on rye.\n' >content/rye.md
printf 'Title: Oats\nDate: 2024-01-01\nSlug: oats\n\nOats.\n' >content/oats.md
cat >settings.py <<'PY'
SITEURL = "https://ann.example/digest"
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feed.xml"
TIMEZONE = "UTC"
SUMMARY_MAX_LENGTH = 5
PLUGINS = ["read_more"]
PY
"$work/venv/bin/pelican" content -s settings.py -o site >log 2>&1
for file in index.html feed.xml; do
  echo "$file: $(sed 's/&lt;/</g; s/&gt;/>/g' "site/$file" | grep -oE '<a (class="read-more" )?href="[^"]*"[^>]*>(oats|<span>continue)' |
    grep -oE 'href="[^"]*"' | sort -u | paste -s -d ' ')"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
index.html: href="https://ann.example/digest/oats.html"
feed.xml: href="/rye.html" href="https://ann.example/digest/oats.html"
SEEN
echo "as described"
