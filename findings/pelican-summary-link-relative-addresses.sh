#!/usr/bin/env bash
# pelican-summary-link 0.2.3: with relative addresses, the link to go on reading is broken on every page in a folder.
#
# Expected (Pelican: RELATIVE_URLS makes addresses relative to the page): from "tag/rye.html", the article is
# "../rye.html", as its title is linked there; a summary that ends within a quotation closes it.
# Seen: the link is "rye.html" everywhere, in the feed too, which other sites show; the quotation of the summary has
# no end, and so the link and the next articles are within it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.11.3 pelican-summary-link==0.2.3
mkdir content
cat >content/rye.md <<'MD'
Title: Rye
Date: 2019-05-07
Slug: rye
Tags: grain

> It rises.
>
> <!-- more -->
>
> It falls.
MD
printf 'Title: Oats\nDate: 2020-05-07\nSlug: oats\nTags: grain\n\nThey rise.\n' >content/oats.md
cat >conf.py <<'PY'
SITENAME = "Rye"
TIMEZONE = "UTC"
PATH = "content"
RELATIVE_URLS = True
PLUGINS = ["pelican.plugins.summary_link"]
PY
venv/bin/pelican --quiet --settings conf.py --output site content >log 2>&1
for page in index.html tag/grain.html; do
  echo "$page"
  grep -oE 'href="[^"]*rye.html"[^>]*>(Rye|Cont)' "site/$page"
  echo "  blockquote: $(grep -c "<blockquote>" "site/$page") begun"
  echo "  blockquote: $(grep -c "</blockquote>" "site/$page" || true) ended"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
index.html
href="rye.html">Cont
  blockquote: 1 begun
  blockquote: 0 ended
tag/grain.html
href="rye.html">Cont
  blockquote: 1 begun
  blockquote: 0 ended
SEEN
echo "as described"
