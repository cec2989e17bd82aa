#!/usr/bin/env bash
# mkdocs-obsidian-support-plugin 1.4.1: a fragment of an address, a number and the end of a word are tags.
#
# Expected (Obsidian's help): a tag begins with "#" after a space, has at least one character that is no digit, and is
# no part of an address.
# Seen: "#12" of an issue, "C#", "#loaf" within an address and the "#3" of "no.#3" are emphasised as tags, without
# their "#"; the address is in two pieces.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-obsidian-support-plugin==1.4.1
mkdir docs
cat >mkdocs.yml <<'YML'
site_name: Rye
site_url: https://rye.example/
markdown_extensions: [attr_list]
plugins:
  - obsidian-support
YML
cat >docs/index.md <<'MD'
# Rye

A #tag, issue #12, no.#3 and C#sharp.

At https://rye.example/#loaf and <https://rye.example/#a>.
MD
venv/bin/mkdocs --quiet build 2>log
grep -E '^<p>A' site/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>A <strong class="hash">tag</strong>, issue <strong class="hash">12</strong>, no.<strong class="hash">3</strong> and C<strong class="hash">sharp</strong>.</p>
<p>At https://rye.example/<strong class="hash">loaf</strong> and <a href="https://rye.example/**a**{: .hash}">https://rye.example/**a**{: .hash}</a>.</p></div>
SEEN
echo "as described"
