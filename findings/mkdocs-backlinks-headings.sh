#!/usr/bin/env bash
# mkdocs-backlinks 0.9.1: a link to a heading of a page is not a link to that page.
#
# Expected: a page lists the pages that link to it, to any part of it; so do the back links of Obsidian.
# Seen: the fragment is taken for a part of the path, so that only links to the whole page count, and a page that others
# quote by its headings has no back links. Nothing is reported.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-backlinks==0.9.1 beautifulsoup4==4.14.3 Markdown==3.10
mkdir docs theme
printf '# Rye\n\n## Sowing\n' >docs/rye.md
printf '# Whole\n\nOf [rye](rye.md).\n' >docs/whole.md
printf '# Part\n\nOf [sowing](rye.md#sowing) rye.\n' >docs/part.md
printf '# Home\n' >docs/index.md
echo '{{ page.content }}linked by: {% for other in backlinks %}{{ other.title }} {% endfor %}' >theme/main.html
cat >mkdocs.yml <<'YAML'
site_name: Rye
site_url: https://rye.example/
theme: {name: null, custom_dir: theme}
plugins: [mkdocs-backlinks]
YAML
venv/bin/mkdocs build --strict --quiet --site-dir out 2>/dev/null
{
  grep -ho 'href="[^"]*"' out/whole/index.html out/part/index.html
  grep -o 'linked by.*' out/rye/index.html
} | sed 's/ *$//' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
href="../rye/"
href="../rye/#sowing"
linked by: Whole
SEEN
echo "as described"
