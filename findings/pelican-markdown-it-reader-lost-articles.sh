#!/usr/bin/env bash
# pelican-markdown-it-reader 3.0.0 with Pelican 4.12.0: an article with code in a language unknown to Pygments is gone.
#
# Expected: code in a language that nothing highlights, such as a diagram for Mermaid, is shown as text, as Pelican's
# own reader shows it. A plugin that is not in PLUGINS does nothing.
# Seen: the article is not in the site, nor in any list; an error in the log names the file, and the build ends with 0.
# It is enough that the plugin is installed: Pelican loads all plugins that it finds to learn their names, and takes
# each reader that is then known, so that with "PLUGINS = []" articles are read by this one. In a YAML header "tags:
# mills, bread" is one tag.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 Markdown==3.10
mkdir -p content theme/templates
printf 'title: Rye\ndate: 2024-01-02\n\n```mermaid\ngraph TD\n```\n' >content/rye.md
printf 'title: Oats\ndate: 2024-01-03\ntags: mills, bread\n\nText.\n' >content/oats.md
for template in author category tag period_archives article; do touch theme/templates/$template.html; done
echo '{{ articles|map(attribute="title")|join(", ") }}; {{ tags|map("first")|join(" + ") }}' >theme/templates/index.html
printf 'PLUGINS = []\nTHEME = "theme"\nDIRECT_TEMPLATES = ["index"]\n' >pelicanconf.py
build() {
  code=0
  venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null 2>&1 || code=$?
  echo "$1: $(cat out/index.html), exit code $code"
}
{
  build "without the plugin"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check pelican-markdown-it-reader==3.0.0
  build "installed"
  sed -i '1s/\[\]/["pelican.plugins.markdown_it_reader"]/' pelicanconf.py
  sed -i '1i ---' content/*.md
  for post in content/*.md; do sed -i '0,/^$/s//---/' "$post"; done
  build "in PLUGINS"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
without the plugin: Oats, Rye; mills + bread, exit code 0
installed: Oats; mills + bread, exit code 0
in PLUGINS: Oats; mills, bread, exit code 0
SEEN
echo "as described"
