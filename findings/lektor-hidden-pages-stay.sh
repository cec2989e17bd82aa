#!/usr/bin/env bash
# Lektor 3.3.14: a page that is hidden, or gets another address, stays in the site as it was.
#
# Expected: a build leaves in the output what the sources give, and prunes the rest, as it does when a page's source is
# deleted: "_hidden: yes" takes a page off the site, "_slug" moves it.
# Seen: the page that was built before stays at its address, with its text, and is published with the rest; it is
# gone from the lists only. Its source is still there, so that pruning leaves it. After "lektor clean" it is gone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check lektor==3.3.14
mkdir -p site/content site/models site/templates
cd site
printf '[project]\nname = Digest\n' >digest.lektorproject
printf '[model]\nname = Page\n[fields.title]\ntype = string\n[fields.body]\ntype = markdown\n' >models/page.ini
echo '{{ this.body }}{% for page in this.children %}{{ page.title }} {% endfor %}' >templates/page.html
write() { mkdir -p "content/$1" && printf '_model: page\n---\ntitle: %s\n---\nbody: Words on %s.\n' "$2" "$2" >"content/$1/contents.lr"; }
write . Digest
for name in rye oats barley wheat; do write $name $name; done

build() {
  "$work/venv/bin/lektor" build --output-path "$work/out" >"$work/log" 2>&1
  echo "$1: $(cd "$work/out" && find . -mindepth 2 -name index.html | sort | paste -s -d ' ')"
}

{
  build "all"
  rm -r content/wheat
  printf -- '---\n_hidden: yes\n' >>content/rye/contents.lr
  printf -- '---\n_slug: porridge\n' >>content/oats/contents.lr
  build "after the changes"
  echo "  listed: $(grep -oE 'rye|oats|barley|wheat' "$work/out/index.html" | grep -v '^Words' | sort -u | paste -s -d ' ')"
  echo "  the hidden page: $(grep -o 'Words on rye' "$work/out/rye/index.html")"
  "$work/venv/bin/lektor" clean --yes --output-path "$work/out" >"$work/log" 2>&1
  build "after a clean"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
all: ./barley/index.html ./oats/index.html ./rye/index.html ./wheat/index.html
after the changes: ./barley/index.html ./oats/index.html ./porridge/index.html ./rye/index.html
  listed: barley oats
  the hidden page: Words on rye
after a clean: ./barley/index.html ./porridge/index.html
SEEN
echo "as described"
