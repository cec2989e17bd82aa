#!/usr/bin/env bash
# Asciidoctor 2.0.18: an address with two hyphens leads to one with a dash, and "C++ and D++" is "C and D".
#
# Expected: the target of a link is the address that stands in the text; a list begins with the number of its first
# item.
# Seen: "https://rye.example/a--b" is a link to the address with a dash and a space of no width between the letters;
# an address that ends with a parenthesis loses it before a comma. What stands between two "++" is taken as it is, and
# the signs are gone; "f(C)" is "f©". A list that begins with 3 begins with 1, and a sentence that begins with a year
# is a list.
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
apt install --yes --download-only --no-install-recommends ruby-asciidoctor=2.0.18-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "asciidoctor"

["https://rye.example/a--b", "See https://rye.example/mill_(film), now", "Learn C++ and D++.", "f(C) and g(R)",
 "3. three\n4. four", "1986. A dry year."].each do |text|
  html = Asciidoctor.convert(text, safe: :safe, logger: Logger.new(File::NULL))
  puts "#{text.inspect} is #{html.gsub(/\s*\n\s*/, "").gsub(%r{</?(div|p)[^>]*>}, "")}"
end
RUBY
diff "$work/seen" - <<'SEEN'
"https://rye.example/a--b" is <a href="https://rye.example/a&#8212;&#8203;b" class="bare">https://rye.example/a&#8212;&#8203;b</a>
"See https://rye.example/mill_(film), now" is See <a href="https://rye.example/mill_(film" class="bare">https://rye.example/mill_(film</a>), now
"Learn C++ and D++." is Learn C and D.
"f(C) and g(R)" is f&#169; and g&#174;
"3. three\n4. four" is <ol class="arabic"><li>three</li><li>four</li></ol>
"1986. A dry year." is <ol class="arabic"><li>A dry year.</li></ol>
SEEN
echo "as described"
