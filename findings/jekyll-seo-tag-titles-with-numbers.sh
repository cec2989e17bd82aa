#!/usr/bin/env bash
# jekyll-seo-tag 2.8.0 with Jekyll 4.3.1: a post called "1986. A year" is "A year" in the head, and its description
# has a note's arrow.
#
# Expected: the title of a post is the same on the page, in the head and in previews; marks of emphasis may go. What
# describes a post without a description is its first words.
# Seen: titles and descriptions are read as Markdown blocks: "1986. A year", "- dash" and "# Hash" lose what they
# begin with, "a | b" is a table without its bar, and "{:x}" is no title at all, so that the page has the site's. A
# short post is described by its words, its note's number, its note and the arrow back.
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
  jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-seo-tag=2.8.0-1 \
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
mkdir _layouts _posts
echo "title: Mill" >_config.yml
echo "plugins: [jekyll-seo-tag]" >>_config.yml
echo "{% seo %}" >_layouts/post.html
day=0
for title in "1986. A year" "- dash" "# Hash" "rye | oats" "{:x}" "2 * 3"; do
  day=$((day + 1))
  printf -- '---\nlayout: post\ntitle: "%s"\n---\nSown in 2024.[^1]\n\n[^1]: A dry year.\n' "$title" >"_posts/2024-01-0$day-p.md"
done
ruby -W0 "$root/usr/bin/jekyll" build --quiet
for page in _site/2024/01/*/p.html; do grep -oP "(?<=<title>).*(?=</title>)" "$page"; done | tee "$work/seen"
grep -oP '(?<=name="description" content=").*(?=")' _site/2024/01/01/p.html | tee -a "$work/seen"
diff "$work/seen" - <<'SEEN'
A year | Mill
dash | Mill
Hash | Mill
rye oats | Mill
Mill
2 * 3 | Mill
Sown in 2024.1 A dry year. &#8617;
SEEN
echo "as described"
