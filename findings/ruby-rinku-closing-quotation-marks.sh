#!/usr/bin/env bash
# Rinku 1.7.3 (Ruby): closing quotation marks, dashes and asterisks are parts of addresses.
#
# Expected (Unicode, categories Pf and Pd; GFM, "Autolinks"): what ends an address in a sentence is left out, as Rinku
# does for ".", ",", "&quot;" and brackets: closing quotation marks of all languages, ellipses, and the asterisks of
# Markdown.
# Seen: the link of “https://rye.example/” ends with the mark, so do those in » «, ’ and „ “; "…", an asterisk, and a
# dash with the word behind it stay too.
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
apt install --yes --download-only --no-install-recommends ruby-rinku=1.7.3-2+b9 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "rinku"

address = "https://rye.example/"
["(#{address}), ", "&quot;#{address}&quot;", "“#{address}”", "‘#{address}’", "„#{address}“", "»#{address}«", "#{address}… ",
 "*#{address}*", "#{address}—oats", "「#{address}」"].each do |text|
  puts "#{text} -> #{Rinku.auto_link(text)[/href="([^"]*)"/, 1]}"
end
RUBY
diff "$work/seen" - <<'SEEN'
(https://rye.example/),  -> https://rye.example/
&quot;https://rye.example/&quot; -> https://rye.example/
“https://rye.example/” -> https://rye.example/”
‘https://rye.example/’ -> https://rye.example/’
„https://rye.example/“ -> https://rye.example/“
»https://rye.example/« -> https://rye.example/«
https://rye.example/…  -> https://rye.example/…
*https://rye.example/* -> https://rye.example/*
https://rye.example/—oats -> https://rye.example/—oats
「https://rye.example/」 -> https://rye.example/」
SEEN
echo "as described"
