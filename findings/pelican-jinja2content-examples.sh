#!/usr/bin/env bash
# pelican-jinja2content 1.0.1 with Pelican 4.12.0: an example of a template vanishes from its post, or the post does.
#
# Expected: articles may use Jinja; what they show as code stays, or a build that cannot make an article fails.
# Seen: "{{ title }}" in code is empty on the page, an example of "{% if %}" is carried out, and "{#" begins a comment
# that ends paragraphs later. An example with a filter of another program takes its article from the site and its
# feeds: a line of the log says so, and the exit code is 0.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 markdown==3.10.2 pelican-jinja2content==1.0.1
mkdir content
write() { printf 'Title: %s\nDate: 2024-01-0%s\nSlug: %s\n\n%s\n' "$1" "$2" "$1" "$3" >"content/$1.md"; }
write variable 1 'A title is written as `{{ title }}` here.'
write condition 2 $'An example:\n\n    {% if rye %}sow{% else %}wait{% endif %}'
write comment 3 $'A shell counts with `${#rye}`.\n\nThis paragraph is long.\n\nIts end is `{#}`.'
write filter 4 'Hugo writes `{{ .Title | markdownify }}` for it.'
for plugins in "" '"jinja2content"'; do
  printf 'SITEURL = "https://digest.example"\nTIMEZONE = "UTC"\nPLUGINS = [%s]\n' "$plugins" >settings.py
  rm -rf site
  "$work/venv/bin/pelican" content -s settings.py -o site >log 2>&1 && status=0 || status=$?
  echo "plugins: $plugins, exit code: $status"
  for name in variable condition comment filter; do
    if [ -e site/$name.html ]; then
      echo "  $name: $(sed -n '/<!-- \/.post-info -->/,/<\/div>/p' site/$name.html | sed 's/<[^>]*>//g' | xargs -d '\n' | xargs)"
    else
      echo "  $name: no page"
    fi
  done
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
plugins: , exit code: 0
  variable: A title is written as {{ title }} here.
  condition: An example: {% if rye %}sow{% else %}wait{% endif %}
  comment: A shell counts with ${#rye}. This paragraph is long. Its end is {#}.
  filter: Hugo writes {{ .Title | markdownify }} for it.
plugins: "jinja2content", exit code: 0
  variable: A title is written as `` here.
  condition: An example: wait
  comment: A shell counts with $.
  filter: no page
SEEN
echo "as described"
