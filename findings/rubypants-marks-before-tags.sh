#!/usr/bin/env bash
# RubyPants 0.7.1, Redcarpet 3.5.1: a quotation that begins with an emphasis begins with a closing mark, and "f(c)" is
# "f©".
#
# Expected: '"<b>Rye</b>" grows' has an opening mark before its first word, as with smartypants 2.0.2 for Python;
# "'98" has an apostrophe, and an address is shown as it is.
# Seen: RubyPants writes a closing mark before a tag within a sentence, as Redcarpet's SmartyPants does not; both
# write an opening mark in "'98" and a dash into an address.
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
apt install --yes --download-only --no-install-recommends ruby-rubypants=0.7.1-1 ruby-redcarpet=3.5.1-1+b4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "redcarpet"
require "rubypants"

['So "<b>rye</b>" grows', "In '98", "See https://rye.example/a--b", "On 1/2/2024 or 3/4",
 "f(c) and g(r)"].each do |text|
  puts "#{text}: RubyPants #{RubyPants.new(text).to_html}, Redcarpet #{Redcarpet::Render::SmartyPants.render(text)}"
end
RUBY
diff "$work/seen" - <<'SEEN'
So "<b>rye</b>" grows: RubyPants So &#8221;<b>rye</b>&#8221; grows, Redcarpet So &ldquo;<b>rye</b>&rdquo; grows
In '98: RubyPants In &#8216;98, Redcarpet In &lsquo;98
See https://rye.example/a--b: RubyPants See https://rye.example/a&#8211;b, Redcarpet See https://rye.example/a&ndash;b
On 1/2/2024 or 3/4: RubyPants On 1/2/2024 or 3/4, Redcarpet On 1/2/2024 or &frac34;
f(c) and g(r): RubyPants f(c) and g(r), Redcarpet f&copy; and g&reg;
SEEN
echo "as described"
