#!/usr/bin/env bash
# RedCloth 4.3.2 (Ruby): "Rye -- oats --- wheat" has its oats struck out, and a note that is referred to twice has one
# id twice.
#
# Expected (Textile): "--" and "---" are dashes between words; an id is there once in a page (HTML, 3.2.3), so that
# the way back from a note leads somewhere.
#
# Seen: what stands between two dashes and three is deleted text; two references have the id "fnr1"; code after "bc."
# ends at its first empty line; letters in capitals get a class.
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
apt install --yes --download-only --no-install-recommends ruby-redcloth=4.3.2-4+b3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require 'redcloth'

[
  'Rye -- oats --- wheat', 'Rye (c) -- --- oats', "Rye[1] and oats[1]\n\nfn1. Grains.", "bc. sow()\n\nreap()", 'The WHO and HTML(a language)',
  '"Rye":https://rye.example/sow--reap'
].each { |text| puts text.inspect, "  #{RedCloth.new(text).to_html.inspect}" }
RUBY
diff "$work/seen" - <<'SEEN'
"Rye -- oats --- wheat"
  "<p>Rye <del>- oats -</del>- wheat</p>"
"Rye (c) -- --- oats"
  "<p>Rye &#169; <del>- -</del>- oats</p>"
"Rye[1] and oats[1]\n\nfn1. Grains."
  "<p>Rye<sup class=\"footnote\" id=\"fnr1\"><a href=\"#fn1\">1</a></sup> and oats<sup class=\"footnote\" id=\"fnr1\"><a href=\"#fn1\">1</a></sup></p>\n<p class=\"footnote\" id=\"fn1\"><a href=\"#fnr1\"><sup>1</sup></a> Grains.</p>"
"bc. sow()\n\nreap()"
  "<pre><code>sow()</code></pre>\n<p>reap()</p>"
"The WHO and HTML(a language)"
  "<p>The <span class=\"caps\">WHO</span> and <acronym title=\"a language\"><span class=\"caps\">HTML</span></acronym></p>"
"\"Rye\":https://rye.example/sow--reap"
  "<p><a href=\"https://rye.example/sow--reap\">Rye</a></p>"
SEEN
echo "as described"
