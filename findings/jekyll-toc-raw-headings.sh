#!/usr/bin/env bash
# jekyll-toc 0.18.0 with Jekyll 4.3.1: the link to a heading written in HTML leads nowhere, and "C# of 2024" with a
# note is 20241.
#
# Expected: a link of the table of contents leads to its heading; it has the heading's words without the number of its
# note.
# Seen: a heading without an id gets a sign that links to one, and an entry, but no id. The number of a note is the
# last digit of the entry.
#
# Exits 0 while that is so, 1 once it has changed. Takes its packages from Debian 12.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
root=$work/root
mkdir -p lists/partial cache/archives/partial root
touch status
apt() {
  apt-get -qq -o APT::Sandbox::User=root -o Dir::State::lists="$work/lists" -o Dir::State::status="$work/status" \
    -o Dir::Cache="$work/cache" "$@"
}
apt update
apt install --yes --download-only --no-install-recommends \
  jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-toc=0.18.0-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
sed -i "s|\"/usr/lib/#|\"$root/usr/lib/#|" "$root"/usr/share/$gems/all/gems/sassc-*/lib/sassc/native.rb
mkdir site
cd site
mkdir _layouts
echo "plugins: [jekyll-toc]" >_config.yml
echo "{{ content | toc }}" >_layouts/post.html
printf -- '---\nlayout: post\ntoc: true\n---\n## Rye of 2024[^1]\n\n<h2>Wheat</h2>\n\n[^1]: Dry.\n' >rye.md
ruby -W0 "$root/usr/bin/jekyll" build --quiet
grep -oE '<(h2|a href|a class="anchor")[^>]*>[^<]*' _site/rye.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<a href="#rye-of-2024">Rye of 20241
<a href="#wheat">Wheat
<h2 id="rye-of-2024">
<a class="anchor" href="#rye-of-2024" aria-hidden="true">
<a href="#fn:1" class="footnote" rel="footnote">1
<h2>
<a class="anchor" href="#wheat" aria-hidden="true">
<a href="#fnref:1" class="reversefootnote" role="doc-backlink">↩
SEEN
echo "as described"
