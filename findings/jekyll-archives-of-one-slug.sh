#!/usr/bin/env bash
# jekyll-archives 2.2.1, jekyll-sitemap 1.4.0 with Jekyll 4.3.1: of three tags one has a page, which the sitemap has
# three times.
#
# Expected: the tags "C", "C++" and "C#" have a page each, or the build ends with a message; a sitemap has each
# address once.
# Seen: the pages of all three have one address, "tag/c/", at which the last one is; a warning is printed, and the
# build succeeds. The sitemap lists the address once for each of the tags.
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
  jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-archives=2.2.1-2 ruby-jekyll-sitemap=1.4.0-2 \
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
printf 'url: https://rye.example\nplugins: [jekyll-archives, jekyll-sitemap]\njekyll-archives: {enabled: [tags]}\n' >_config.yml
echo '{{ page.title }}: {{ page.posts | map: "title" | join: ", " }}' >_layouts/archive.html
printf -- '---\ntags: ["C", "C++"]\n---\n' >_posts/2024-01-01-rye.md
printf -- '---\ntags: ["C#"]\n---\n' >_posts/2024-01-02-oats.md
ruby -W0 "$root/usr/bin/jekyll" build --quiet 2>/dev/null
{ (cd _site && grep -r . tag); grep -o "<loc>.*tag.*</loc>" _site/sitemap.xml; } | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
tag/c/index.html:C#: Oats
<loc>https://rye.example/tag/c/</loc>
<loc>https://rye.example/tag/c/</loc>
<loc>https://rye.example/tag/c/</loc>
SEEN
echo "as described"
