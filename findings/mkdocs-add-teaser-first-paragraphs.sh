#!/usr/bin/env bash
# mkdocs-add-teaser 0.9.1: the teaser of a page is the first of its paragraphs that was typed in one line.
#
# Expected (the package's page: it customises the first paragraph of pages): the first paragraph, whatever its lines.
# Seen: a paragraph that goes over two lines of the source is passed over, and so the second, or the text of a
# footnote at the end, is the teaser; a picture alone is one too.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-add-teaser==0.9.1
mkdir docs
cat >mkdocs.yml <<'YML'
site_name: Rye
site_url: https://rye.example/
markdown_extensions: [footnotes]
plugins:
  - mkdocs-add-teaser
YML
cat >docs/index.md <<'MD'
# Rye

The first paragraph goes
over two lines.

The second paragraph.
MD
cat >docs/notes.md <<'MD'
# Notes

All of it[^1] goes
over two lines.

[^1]: A note.
MD
cat >docs/loaf.md <<'MD'
# Loaf

![A loaf](loaf.png)

The first words.
MD
echo x >docs/loaf.png
venv/bin/mkdocs --quiet build 2>log
for page in index notes/index loaf/index; do
  grep -o "<p class='teaser'>.*" "site/$page.html" | cut -c 1-60
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p class='teaser'>The second paragraph.</p></div>
<p class='teaser'>A note.&#160;<a class="footnote-backref" h
<p class='teaser'><img alt="A loaf" src="../loaf.png" /></p>
SEEN
echo "as described"
