#!/usr/bin/env bash
# Babosa 1.0.4: "and/or" is "andor" in an address, "1.5.2" and "15.2" have the same one, and "½ cup" is "cup".
#
# Expected: a sign between two words parts them in the address of a title, as a space and a dash do, and as Stringex
# 2.8.5 has it.
# Seen: slashes and points go without a trace, and so do fractions and "²"; "₂" and "€" stay; a title of points has no
# address at all.
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
apt install --yes --download-only --no-install-recommends ruby-babosa=1.0.4-2 ruby-stringex=2.8.5-4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "babosa"
require "stringex"

["and/or", "1.5.2", "15.2", "rye—wheat", "½ cup", "x² H₂O", "10€", "...", "Größe"].each do |title|
  puts "#{title}: Babosa #{title.to_slug.normalize.to_s.inspect}, Stringex #{title.to_url.inspect}"
end
RUBY
diff "$work/seen" - <<'SEEN'
and/or: Babosa "andor", Stringex "and-slash-or"
1.5.2: Babosa "152", Stringex "1-dot-5-2"
15.2: Babosa "152", Stringex "15-dot-2"
rye—wheat: Babosa "rye-wheat", Stringex "rye-wheat"
½ cup: Babosa "cup", Stringex "half-cup"
x² H₂O: Babosa "x-h₂o", Stringex "x2-h2o"
10€: Babosa "10€", Stringex "10eu"
...: Babosa "", Stringex "dot-dot-dot"
Größe: Babosa "grosse", Stringex "grosse"
SEEN
echo "as described"
