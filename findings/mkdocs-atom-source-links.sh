#!/usr/bin/env bash
# mkdocs-atom-plugin 0.0.5: the entries of a feed link to ".md" files, which the site has not.
#
# Expected: the summary of a page has the links that the page has, as absolute addresses, or no links; notes and
# tables are what they are on the page.
# Seen: the summary is made from the source by a reader of its own: "notes.md" stays "notes.md", relative to the feed,
# a footnote is "[^1]", an admonition is "!!! note", and a heading has "{#id}" for words.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-atom-plugin==0.0.5
mkdir docs
cat >mkdocs.yml <<'YML'
site_name: Rye
site_url: https://rye.example/
markdown_extensions: [footnotes, admonition, attr_list]
plugins:
  - atom
YML
cat >docs/index.md <<'MD'
# Rye {#rye}

Read [notes](notes.md) first[^1].

!!! note
    Sow late.

[^1]: Or later.
MD
cat >docs/notes.md <<'MD'
# Notes
MD
venv/bin/mkdocs --quiet build 2>log
grep -A9 '<summary' site/atom.xml | sed '/<.summary>/q' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
    <summary type="html">&lt;h1&gt;Rye {#rye}&lt;/h1&gt;
&lt;p&gt;Read &lt;a href=&#34;notes.md&#34;&gt;notes&lt;/a&gt; first[^1].&lt;/p&gt;
&lt;p&gt;!!! note
    Sow late.&lt;/p&gt;
&lt;p&gt;[^1]: Or later.&lt;/p&gt;</summary>
SEEN
echo "as described"
