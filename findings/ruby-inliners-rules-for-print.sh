#!/usr/bin/env bash
# premailer 1.14.2, Roadie 5.1.0 (Ruby): what a style sheet says for print is how a mail looks on a screen.
#
# Expected: rules in "@media print" are left out, or are kept in a <style> with their condition, as css-inline 0.24.0
# for Python does.
# Seen: both write them into the elements as if they had no condition, so that links are black, and what is not to be
# printed is hidden on the screen. An arrow in "content" becomes three spaces.
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
apt install --yes --download-only --no-install-recommends ruby-premailer=1.14.2-1 ruby-roadie=5.1.0-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "premailer"
require "roadie"

mail = <<~HTML
  <!DOCTYPE html><html><head><meta charset="utf-8"><style>a { color: blue } a::before { content: "→" }
  @media print { a { color: black } .menu { display: none } }</style></head>
  <body><p class="menu">Menu</p><a href="https://rye.example/">Rye</a></body></html>
HTML
inlined = { "premailer" => Premailer.new(mail, with_html_string: true).to_inline_css,
    "Roadie" => Roadie::Document.new(mail).transform }
inlined.each { |name, html| puts name,
    html.scan(/<p .*?>|<a .*?>|content:.*?;?\s*\}|@media.*/m).map { |part| "  #{part.gsub(/\n/, " ")}" } }
RUBY
diff "$work/seen" - <<'SEEN'
premailer
  content: "   "; }
  <p class="menu" style="display: none;">
  <a href="https://rye.example/" style="color: black;">
Roadie
  content:"   "}
  <p class="menu" style="display:none">
  <a href="https://rye.example/" style="color:blue;color:black">
SEEN
echo "as described"
