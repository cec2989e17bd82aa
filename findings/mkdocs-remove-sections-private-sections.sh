#!/usr/bin/env bash
# mkdocs-remove-sections-plugin 0.2.0 with MkDocs 1.6.1: sections with "Private:" in their heading are published.
#
# Expected: a section whose heading begins with "Private:" is left out up to the next heading of its rank, whatever form
# of Markdown the heading has; a line of code that begins with "#" is no heading.
# Seen: a heading that is underlined with hyphens is none for the plugin, and its section is published. In a block
# between tildes the first "# comment" ends the private section: that line and all that follows is on the page. With
# mkdocs-llms-source 1.2.0 before it, what the page leaves out is published beside it, in index.md and llms-full.txt.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-remove-sections-plugin==0.2.0 mkdocs-llms-source==1.2.0
mkdir docs
cat >docs/index.md <<'MD'
# Mill

## Private: backticks

```
# oven
one
```

## Public

Private: underlined
-------------------

Two.

## Private: tildes

~~~
# oven
three
~~~

Four.
MD
words() { for file in "$@"; do echo "$file: $(grep -oiE '\b(one|two|three|four)\b' "$file" | paste -s -d ' ')"; done; }
build() {
  printf 'site_name: Mill\nplugins: [%s]\n' "$1" >mkdocs.yml
  venv/bin/mkdocs build --quiet >/dev/null 2>&1
}
{
  build remove_sections
  words site/index.html
  build "llms-source, remove_sections"
  words site/index.html site/index.md site/llms-full.txt
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
site/index.html: Two three Four
site/index.html: Two three Four
site/index.md: one Two three Four
site/llms-full.txt: one Two three Four
SEEN
echo "as described"
