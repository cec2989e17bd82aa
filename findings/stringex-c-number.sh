#!/usr/bin/env bash
# stringex 2.8.5 (Ruby): the address of "C#" is "c-number", that of 10€ "10eu", and an ellipsis is "dot-dot-dot".
#
# Expected: "C++" and "C#" differ, as they do, by a name that their readers know: "c-sharp"; an amount has its
# currency after it, as "$5" is "5-dollars"; marks of a sentence are not in an address.
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
apt install --yes --download-only --no-install-recommends ruby ruby-stringex=2.8.5-4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require 'stringex'

['C++', 'C#', 'F#', '10€', '$5', 'Wait…', 'Item #3', '№ 5', 'it’s 3.14', 'R&D', 'and/or', '“Rye”',
 '5 · 3'].each do |title|
  puts "#{title} -> #{title.to_url}"
end
RUBY
diff "$work/seen" - <<'SEEN'
C++ -> c-plus-plus
C# -> c-number
F# -> f-number
10€ -> 10eu
$5 -> 5-dollars
Wait… -> wait-dot-dot-dot
Item #3 -> item-number-3
№ 5 -> 5
it’s 3.14 -> its-3-dot-14
R&D -> r-and-d
and/or -> and-slash-or
“Rye” -> rye
5 · 3 -> 5-star-3
SEEN
echo "as described"
