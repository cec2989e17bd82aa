#!/usr/bin/env bash
# jekyll-polyglot 1.5.1 with Jekyll 4.3.1: on a translated page code has other addresses, and links with a
# query lead to the other language.
#
# Expected (its README, "Relativized Local Urls": relative links of a page lead to pages of its language): code shows
# what its author wrote, and "/search.html?q=rye" is such a link, as "/search.html#rye" is.
# Seen: 'href="/field.html"' in code says "/de/field.html"; the link with "?" leads to the English page, those with "#"
# and with neither to the German one.
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
  jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-polyglot=1.5.1-1 \
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
printf '%s\n' 'plugins: [jekyll-polyglot]' 'languages: [en, de]' 'default_lang: en' \
  'parallel_localization: false' >_config.yml
cat >rye.md <<'MD'
---
lang: de
permalink: /rye.html
---
Ein [Link](/field.html), [noch einer](/search.html#rye), [und einer](/search.html?q=rye).

Im Text: `href="/field.html"`.
MD
ruby -W0 "$root/usr/bin/jekyll" build --quiet
tee "$work/seen" <_site/de/rye.html
diff "$work/seen" - <<'SEEN'
<p>Ein <a href="/de/field.html">Link</a>, <a href="/de/search.html#rye">noch einer</a>, <a href="/search.html?q=rye">und einer</a>.</p>

<p>Im Text: <code class="language-plaintext highlighter-rouge">href="/de/field.html"</code>.</p>
SEEN
echo "as described"
