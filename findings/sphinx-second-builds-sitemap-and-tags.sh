#!/usr/bin/env bash
# sphinx-sitemap 2.9.0, sphinx-tags 0.4 with Sphinx 9.0.4: a second build loses pages of the sitemap, keeps old tags.
#
# Expected: a build that makes only what has changed gives the files that a clean one does: the sitemap names all pages,
# and a tag that no page has any more has no page.
# Seen: the sitemap has the pages that this build has made, and lacks all others. The page of the tag that is gone stays
# in the site, with its link to the page that had it, though the list of tags is made anew.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  sphinx==9.0.4 sphinx-sitemap==2.9.0 sphinx-tags==0.4
mkdir src
cat >src/conf.py <<'PY'
extensions = ["sphinx_sitemap", "sphinx_tags"]
html_baseurl = "https://rye.example/"
sitemap_url_scheme = "{link}"
tags_create_tags = True
PY
printf 'Home\n====\n\n.. toctree::\n\n   rye\n   oats\n   barley\n' >src/index.rst
for name in rye oats barley; do printf '%s\n======\n\n.. tags:: grain, %s\n\nText.\n' $name $name >src/$name.rst; done
show() {
  venv/bin/sphinx-build -q -b html src "$2" >/dev/null 2>&1
  echo "$1: $(grep -oE 'example/(rye|oats|barley)\.html' "$2/sitemap.xml" | sort | paste -s -d ' ')"
  echo "  tags: $(cd "$2/_tags" && ls | paste -s -d ' ')"
}
{
  show "first" out
  sleep 1
  sed -i 's/, rye//' src/rye.rst
  show "rye changed" out
  show "built anew" clean
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
first: example/barley.html example/oats.html example/rye.html
  tags: barley.html grain.html oats.html rye.html tagsindex.html
rye changed: example/rye.html
  tags: barley.html grain.html oats.html rye.html tagsindex.html
built anew: example/barley.html example/oats.html example/rye.html
  tags: barley.html grain.html oats.html tagsindex.html
SEEN
echo "as described"
