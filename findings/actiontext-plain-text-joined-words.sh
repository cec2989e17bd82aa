#!/usr/bin/env bash
# Action Text 6.1.7 (Rails): as plain text, cells are one number, terms join what they mean, and an inner list stands
# in the line of its item.
#
# Expected: to_plain_text(), from which Rails makes the plain part of mails and what is searched, has each word by
# itself; numbers of lists are those of the list.
#
# Seen: "5030", "RyeA grain" and "1. Sow• by hand"; a list that begins with 3 counts from 1; links lose their address.
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
apt install --yes --download-only --no-install-recommends ruby-actiontext=2:6.1.7.10+dfsg-1~deb12u4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require 'active_support/all'
require 'nokogiri'
require 'action_text'
require 'action_text/plain_text_conversion'

[
  '<table><tr><td>50</td><td>30</td></tr></table>', '<dl><dt>Rye</dt><dd>A grain</dd></dl>',
  '<details><summary>More</summary>Sow it.</details>', '<ol start="3"><li>Sow<ul><li>by hand</li></ul></li><li>Reap</li></ol>',
  '<p><a href="https://rye.example/">Rye</a> grows.</p>'
].each do |page|
  puts page, "  #{ActionText::PlainTextConversion.node_to_plain_text(Nokogiri::HTML::DocumentFragment.parse(page)).inspect}"
end
RUBY
diff "$work/seen" - <<'SEEN'
<table><tr><td>50</td><td>30</td></tr></table>
  "5030"
<dl><dt>Rye</dt><dd>A grain</dd></dl>
  "RyeA grain"
<details><summary>More</summary>Sow it.</details>
  "MoreSow it."
<ol start="3"><li>Sow<ul><li>by hand</li></ul></li><li>Reap</li></ol>
  "1. Sow• by hand\n2. Reap"
<p><a href="https://rye.example/">Rye</a> grows.</p>
  "Rye grows."
SEEN
echo "as described"
