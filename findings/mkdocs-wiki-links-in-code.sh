#!/usr/bin/env bash
# mkdocs-roamlinks-plugin 0.3.2, mkdocs-ezlinks-plugin 0.1.14, mkdocs-obsidian-bridge 1.3.1: code with "[[" changes.
#
# Expected: wiki links are links in text; in code, "[[" is what it says: a test of the shell, a list of lists, an
# example of a wiki link.
# Seen: roamlinks replaces names of pages in every kind of code, so that the page shows the Markdown of a link there.
# The other two know fences and code between backticks, but not code that is indented; in text, "rows[[0]]" becomes a link
# that leads nowhere, and "rows[0]" is read.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 \
  mkdocs-roamlinks-plugin==0.3.2 mkdocs-ezlinks-plugin==0.1.14 mkdocs-obsidian-bridge==1.3.1
mkdir docs
echo 'Oats.' >docs/oats.md
cat >docs/index.md <<'MD'
See [[oats]] and rows[[0]].

Inline `[[oats]]`.

```
fenced [[oats]]
```

An example:

    indented [[oats]]
MD
for plugin in roamlinks ezlinks obsidian-bridge; do
  printf 'site_name: Digest\nplugins: [%s]\n' "$plugin" >mkdocs.yml
  "$work/venv/bin/mkdocs" build --quiet >log 2>&1
  echo "$plugin:"
  grep -E 'See|Inline|fenced|indented' site/index.html | sed 's/^ *//; s/<pre>//; s/ title="[^"]*"//g'
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
roamlinks:
<p>See <a href="oats/">oats</a> and rows[[0]].</p>
<p>Inline <code>[oats](&lt;./oats.md&gt;)</code>.</p>
<code>fenced [oats](&lt;./oats.md&gt;)
<code>indented [oats](&lt;./oats.md&gt;)
ezlinks:
<p>See <a href="oats/">oats</a> and rows<a href="0">0</a>.</p>
<p>Inline <code>[[oats]]</code>.</p>
<code>fenced [[oats]]
<code>indented [oats](oats.md "oats")
obsidian-bridge:
<p>See <a href="oats/">oats</a> and rows<a href="0">0</a>.</p>
<p>Inline <code>[[oats]]</code>.</p>
<code>fenced [[oats]]
<code>indented [oats](oats.md)
SEEN
echo "as described"
