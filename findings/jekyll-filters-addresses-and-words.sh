#!/usr/bin/env bash
# Jekyll 4.3.1: relative_url makes "#top" and an address of another host ones of the site, and number_of_words counts
# tags.
#
# Expected: an address that needs no path before it stays: one with a host ("//pics.example/rye.jpg") leads there,
# "#top" to a part of the page; the words of a page's content are those that it shows.
# Seen: both get the path of the site: "/blog//pics.example/rye.jpg", and "/blog/#top", which is the front page. A
# link is counted by the parts of its tag, and a dash as a word; strip_html takes "<3" and all that follows up to ">",
# and joins the cells of a row.
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
apt install --yes --download-only --no-install-recommends jekyll=4.3.1+dfsg-3+deb12u1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
sed -i "s|\"/usr/lib/#|\"$root/usr/lib/#|" "$root"/usr/share/$gems/all/gems/sassc-*/lib/sassc/native.rb
mkdir site
cd site
echo "baseurl: /blog" >_config.yml
cat >index.html <<'HTML'
---
---
{{ "#top" | relative_url }}
{{ "//pics.example/rye.jpg" | relative_url }}
{{ "https://pics.example/rye.jpg" | relative_url }}
{{ '<a href="/rye" title="On rye">rye</a> — oats' | number_of_words }} words
{{ "I <3 rye, and 4 > 3." | strip_html }}
{{ "<td>50</td><td>030</td>" | strip_html }}
HTML
ruby -W0 "$root/usr/bin/jekyll" build --quiet
tee "$work/seen" <_site/index.html
diff "$work/seen" - <<'SEEN'
/blog/#top
/blog//pics.example/rye.jpg
https://pics.example/rye.jpg
6 words
I  3.
50030
SEEN
echo "as described"
