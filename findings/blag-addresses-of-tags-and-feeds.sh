#!/usr/bin/env bash
# blag 2.3.3: the page of the tag "C#" cannot be reached, "<b>" in a title is bold, and pictures of the feed are not
# there.
#
# Expected: a link to a tag is encoded; titles and descriptions are text, which HTML escapes; a feed's addresses lead
# to what the page shows; a site may lie below a path ("base_url").
# Seen: the link to "c#.html" leads to "/tags/c"; a title shows its tags as such, and a description ends at its first
# quotation mark. In the feed, "field.jpg" and the links to other posts are relative to wherever it is read. Below
# "/blog/", the links of all pages lead to the host's own front page.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check blag==2.3.3
cd "$work"
cp -r "$("$work/venv/bin/python" -c 'import blag; print(blag.__path__[0])')/templates" templates
mkdir content static
printf '[main]\nbase_url = https://rye.example/blog/\ntitle = Rye\ndescription = On rye\nauthor = Ann\n' >config.ini
{
  printf 'title: Use <b> in C#\ndate: 2024-01-02\ntags: C#\ndescription: On "rye"\n\n'
  printf '![Field](field.jpg) [Wheat](wheat.md)\n'
} >content/rye.md
printf 'title: Wheat\ndate: 2024-01-03\n\nWheat.\n' >content/wheat.md
"$work/venv/bin/blag" build 2>/dev/null
{
  grep -oE '<title>.*|<meta name="description".*|<h2>Use.*|<a href="/tags/c.*|<h1><a href=.*' build/rye.html
  grep -oP '(src|href)="[^"]*(field|wheat)[^"]*"' <(sed 's/&lt;/</g' build/atom.xml)
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<meta name="description" content="On "rye"">
<title>Use <b> in C# | On rye</title>
<h1><a href="/">Rye</a></h1>
<h2>Use <b> in C#</h2>
<a href="/tags/c#.html">#c#</a>
href="https://rye.example/blog/wheat.html"
src="field.jpg"
href="wheat.html"
SEEN
echo "as described"
