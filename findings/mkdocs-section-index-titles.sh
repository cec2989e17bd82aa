#!/usr/bin/env bash
# mkdocs-section-index 0.3.12: the first page of a folder loses its title in the menu and in the tab of the browser.
#
# Expected: a section leads to its index.md; a folder that has none keeps its name as a section that opens, and its pages
# keep their titles.
# Seen: without index.md the first page by name counts as the index: the menu names the folder where its title stood, and
# its <title> is "Blog". The heading on the page is still its own.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-section-index==0.3.12
mkdir -p "$work/docs/blog"
printf 'site_name: Bread\nplugins: [section-index]\n' >"$work/mkdocs.yml"
printf '# Home\n' >"$work/docs/index.md"
printf '# The mill burned\n' >"$work/docs/blog/burned.md"
printf '# We bake again\n' >"$work/docs/blog/again.md"
cd "$work"
for plugin in '' section-index; do
    printf 'site_name: Bread\nplugins: [%s]\n' "$plugin" >mkdocs.yml
    NO_MKDOCS_2_WARNING=1 "$work/venv/bin/mkdocs" build --quiet 2>/dev/null
    echo "plugins: [$plugin]"
    grep -h -o '<title>.*</title>' site/blog/again/index.html site/blog/burned/index.html
    grep -o 'We bake again' site/index.html || echo "not in the menu of the front page"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
plugins: []
<title>We bake again - Bread</title>
<title>The mill burned - Bread</title>
We bake again
plugins: [section-index]
<title>Blog - Bread</title>
<title>The mill burned - Bread</title>
not in the menu of the front page
SEEN
echo "as described"
