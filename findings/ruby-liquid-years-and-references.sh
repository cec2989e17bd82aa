#!/usr/bin/env bash
# Liquid 5.4.0 (Ruby): a year is a time of 1970, references with "x" are escaped again, and comparisons are gone with
# the tags.
#
# Expected (HTML, 13.1.4 and 13.2.5.6; Liquid's reference): "date" shows the year of "2024", as it does of
# "2024-01-02"; "escape_once" leaves what is escaped already; "strip_html" takes tags, and "<" before a space begins
# none.
# Seen: "2024" is a number of seconds after 1970 (so are all values of digits alone, as front matter has them), and
# "2024-01" is shown as it is; "&#x2019;" becomes "&amp;#x2019;", "&#8217;" stays; of "5 < 6 and 7 > 3" the middle is
# gone, and two paragraphs are one word.
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
apt install --yes --download-only --no-install-recommends ruby=1:3.1 ruby-liquid=5.4.0-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "liquid"

[['date: "%Y"', "2024-01-02"], ['date: "%Y"', "2024"], ['date: "%Y"', "2024-01"],
 ["escape_once", "it&#8217;s"], ["escape_once", "it&#x2019;s"],
 ["strip_html", "5 < 6 and 7 > 3"], ["strip_html", "<p>sow</p><p>reap</p>"]].each do |filter, value|
  puts "#{value} | #{filter} -> #{Liquid::Template.parse("{{ value | #{filter} }}").render("value" => value)}"
end
RUBY
diff "$work/seen" - <<'SEEN'
2024-01-02 | date: "%Y" -> 2024
2024 | date: "%Y" -> 1970
2024-01 | date: "%Y" -> 2024-01
it&#8217;s | escape_once -> it&#8217;s
it&#x2019;s | escape_once -> it&amp;#x2019;s
5 < 6 and 7 > 3 | strip_html -> 5  3
<p>sow</p><p>reap</p> | strip_html -> sowreap
SEEN
echo "as described"
