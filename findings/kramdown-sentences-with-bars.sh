#!/usr/bin/env bash
# kramdown 2.4.0: a sentence with a bar is a table, in GitHub's Markdown, too, and lists count from 1.
#
# Expected: a table has a line of dashes below its head, as in GitHub's Markdown, which Jekyll asks for by default;
# "|x|" in a sentence is what it says, as is the number at which a list begins; an address is shown as it was written.
# Seen: "Price: 5 | 6" is a table of one row, and so is a list item of such words. A list that begins with 3 begins
# with 1, and an address with two hyphens shows a dash. In kramdown's own dialect the heading "# C#" is "C".
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
apt install --yes --download-only --no-install-recommends \
  ruby-kramdown=2.4.0-2 ruby-kramdown-parser-gfm=1.1.0-2 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "kramdown"
require "kramdown-parser-gfm"

["Price: 5 | 6", "- rye | oats", "The value |x| is never below 0.", "3. three\n4. four", "# C#",
 "See https://rye.example/a--b"].each do |text|
  %w[kramdown GFM].each do |dialect|
    html = Kramdown::Document.new(text, input: dialect, auto_ids: false).to_html
    puts "#{dialect}: #{text.inspect} is #{html.gsub(/\n\s*/, "")}"
  end
end
RUBY
diff "$work/seen" - <<'SEEN'
kramdown: "Price: 5 | 6" is <table><tbody><tr><td>Price: 5</td><td>6</td></tr></tbody></table>
GFM: "Price: 5 | 6" is <table><tbody><tr><td>Price: 5</td><td>6</td></tr></tbody></table>
kramdown: "- rye | oats" is <ul><li><table><tbody><tr><td>rye</td><td>oats</td></tr></tbody></table></li></ul>
GFM: "- rye | oats" is <ul><li><table><tbody><tr><td>rye</td><td>oats</td></tr></tbody></table></li></ul>
kramdown: "The value |x| is never below 0." is <table><tbody><tr><td>The value</td><td>x</td><td>is never below 0.</td></tr></tbody></table>
GFM: "The value |x| is never below 0." is <table><tbody><tr><td>The value</td><td>x</td><td>is never below 0.</td></tr></tbody></table>
kramdown: "3. three\n4. four" is <ol><li>three</li><li>four</li></ol>
GFM: "3. three\n4. four" is <ol><li>three</li><li>four</li></ol>
kramdown: "# C#" is <h1>C</h1>
GFM: "# C#" is <h1>C#</h1>
kramdown: "See https://rye.example/a--b" is <p>See https://rye.example/a–b</p>
GFM: "See https://rye.example/a--b" is <p>See https://rye.example/a–b</p>
SEEN
echo "as described"
