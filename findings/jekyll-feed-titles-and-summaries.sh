#!/usr/bin/env bash
# jekyll-feed 0.17.0 with Jekyll 4.3.1: a tag that a title names is gone, and a summary ends with the number of a note
# and an arrow.
#
# Expected: "Use <b> or <i>" is the title of an entry, as it is of the page, escaped; the summary has the post's first
# words; the feed is the same after a build that changes nothing.
# Seen: the title is "Use or"; the summary of a short post has the note's number behind the last word ("in 20241"),
# the note and "↩". The time of the feed is that of the build, so that each build changes it.
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
  jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-feed=0.17.0-1 \
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
mkdir _posts
printf 'title: Mill\nurl: https://rye.example\nplugins: [jekyll-feed]\n' >_config.yml
printf -- '---\ntitle: "Use <b> or <i>"\n---\nSown in 2024[^1]\n\n[^1]: A dry year.\n' >_posts/2024-01-01-rye.md
ruby -W0 "$root/usr/bin/jekyll" build --quiet
cp _site/feed.xml first.xml
sleep 1
ruby -W0 "$root/usr/bin/jekyll" build --quiet
{
  grep -oP '(?<=title=")[^"]*|(?<=<summary type="html"><!\[CDATA\[)[^\]]*' first.xml
  cmp -s first.xml _site/feed.xml && echo "the same feed" || echo "another feed"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Use or
Sown in 20241 A dry year. &#8617;
another feed
SEEN
echo "as described"
