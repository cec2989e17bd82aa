#!/usr/bin/env bash
# Redcarpet 3.5.1: the second paragraph of an item leaves the list if it is indented by two spaces, and the next item
# is words.
#
# Expected (CommonMark 5.2): what is indented as far as an item's words belongs to it; a list begins with the number
# of its first item; "#" at the end of a heading closes it only after a space.
# Seen: "* sow", a blank line, "  rye" and "* reap" are a list of one item, and a paragraph with "* reap" in it; four
# spaces are needed. All lists count from 1, "# C#" is "C", a bar in code parts the cells of a table, and "1986. A
# year" is a list.
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
apt install --yes --download-only --no-install-recommends ruby-redcarpet=3.5.1-1+b4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "redcarpet"

markdown = Redcarpet::Markdown.new(Redcarpet::Render::HTML, tables: true, fenced_code_blocks: true)
["* sow\n\n  rye\n* reap", "* sow\n\n    rye\n* reap", "3. three\n4. four", "# C#",
 "| a | b |\n|---|---|\n| `x|y` | z |", "1986. A year"].each do |text|
  puts "#{text.inspect} is #{markdown.render(text).gsub(/\s*\n\s*/, " ").strip}"
end
RUBY
diff "$work/seen" - <<'SEEN'
"* sow\n\n  rye\n* reap" is <ul> <li>sow</li> </ul> <p>rye * reap</p>
"* sow\n\n    rye\n* reap" is <ul> <li><p>sow</p> <p>rye</p></li> <li><p>reap</p></li> </ul>
"3. three\n4. four" is <ol> <li>three</li> <li>four</li> </ol>
"# C#" is <h1>C</h1>
"| a | b |\n|---|---|\n| `x|y` | z |" is <table><thead> <tr> <th>a</th> <th>b</th> </tr> </thead><tbody> <tr> <td>`x</td> <td>y`</td> </tr> </tbody></table>
"1986. A year" is <ol> <li>A year</li> </ol>
SEEN
echo "as described"
