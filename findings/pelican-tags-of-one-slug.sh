#!/usr/bin/env bash
# Pelican 4.12.0: the tags "C", "C++" and "C#" are one tag.
#
# Expected: three tags have three pages, or a message says that two names lead to one address, as Pelican says of
# two articles of one slug.
# Seen: tags are equal if their slugs are, and all three have the slug "c": there is one page, under the name that
# comes first, with the articles of all. A setting (TAG_REGEX_SUBSTITUTIONS) can part them.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 markdown==3.10.2
mkdir content
number=0
for tag in "C++" "C#" "C"; do
    number=$((number + 1))
    printf 'Title: Words on %s\nDate: 2024-01-0%s\nTags: %s\nSlug: post-%s\n\nText.\n' \
        "$tag" "$number" "$tag" "$number" >"content/$number.md"
done
printf 'SITEURL = "https://digest.example"\nTIMEZONE = "UTC"\n' >settings.py
"$work/venv/bin/pelican" content -s settings.py -o site >log 2>&1
{
    ls site/tag
    grep -oE 'post-[0-9]\.html' site/tag/c.html | sort -u
    echo "warnings: $(grep -ciE 'warning|error' log || true)"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
c.html
post-1.html
post-2.html
post-3.html
warnings: 0
SEEN
echo "as described"
