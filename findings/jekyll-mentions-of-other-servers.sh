#!/usr/bin/env bash
# jekyll-mentions 1.6.0 with Jekyll 4.3.1: "@ann@mill.example" becomes a link to somebody called ann at GitHub.
#
# Expected: a name of two parts, as Mastodon and other servers write it, is left alone: an e-mail address is.
# Seen: the first part is a link to GitHub, or to what "jekyll-mentions" sets as the base, and the server's name is
# words after it.
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
  jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-mentions=1.6.0-1 \
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
echo "plugins: [jekyll-mentions]" >_config.yml
printf -- '---\n---\nAsk @ann@mill.example, ann@mill.example or `@ann`.\n' >rye.md
ruby -W0 "$root/usr/bin/jekyll" build --quiet
grep Ask _site/rye.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Ask <a href="https://github.com/ann" class="user-mention">@ann</a>@mill.example, ann@mill.example or <code class="language-plaintext highlighter-rouge">@ann</code>.</p>
SEEN
echo "as described"
