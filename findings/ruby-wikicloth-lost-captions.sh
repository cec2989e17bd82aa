#!/usr/bin/env bash
# WikiCloth 0.8.1 (Ruby): captions of pictures, categories and terms of a wiki's page are something else.
#
# Expected (MediaWiki, Help:Images, Help:Categories and Help:Lists): [[File:...|thumb|caption]] is a picture with its
# caption, [[Category:...]] is shown at the end of the page, and "; term : definition" is both.
# Seen: the picture is a link to "file:mill.png" with the words "thumb", the caption is gone; the category is a link
# in the sentence; the term holds the definition.
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
apt install --yes --download-only --no-install-recommends ruby-wikicloth=0.8.1+dfsg-4.1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "wikicloth"

I18n.enforce_available_locales = false
["[[File:mill.png|thumb|The old mill]]", "Rye. [[Category:Grain]]", "; Rye : a grain",
 "[[Rye|grain]]s"].each do |text|
  puts "#{text}\n  #{WikiCloth::Parser.new(data: text).to_html(noedit: true).gsub(/\s+/, ' ').strip}"
end
RUBY
diff "$work/seen" - <<'SEEN'
[[File:mill.png|thumb|The old mill]]
  <p><a href="file:mill.png">thumb</a></p>
Rye. [[Category:Grain]]
  <p>Rye. <a href="category:Grain">Category:Grain</a></p>
; Rye : a grain
  <dl><dt>Rye : a grain</dt></dl>
[[Rye|grain]]s
  <p><a href="Rye">grains</a></p>
SEEN
echo "as described"
