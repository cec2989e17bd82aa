#!/usr/bin/env bash
# maruku 0.7.3: the rest of a paragraph is gone after "<3", and a line that begins with "{:" is not on the page.
#
# Expected: "<" that begins no tag is a sign of the text (CommonMark 6.6); a task is "[ ]".
# Seen: "I <3 rye bread" is "I "; "{:x} and {y}" is nothing at all; "- [ ] sow" is "[] sow"; the heading "# C#" is
# "C", lists count from 1, and a bar in code parts the cells of a table.
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
apt install --yes --download-only --no-install-recommends ruby-maruku=0.7.3-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "maruku"

$stderr.reopen(File::NULL)
["I <3 rye bread", "{:x} and {y}", "- [ ] sow", "# C#", "3. three",
 "| `a|b` | c |\n|---|---|\n| d | e |"].each do |text|
  puts "#{text.inspect} is #{Maruku.new(text).to_html.gsub(/\n\s*/, " ").strip.inspect}"
end
RUBY
diff "$work/seen" - <<'SEEN'
"I <3 rye bread" is "<p>I </p>"
"{:x} and {y}" is ""
"- [ ] sow" is "<ul> <li>[] sow</li> </ul>"
"# C#" is "<h1 id=\"c\">C</h1>"
"3. three" is "<ol> <li>three</li> </ol>"
"| `a|b` | c |\n|---|---|\n| d | e |" is "<table><thead><tr><th>`a</th><th>b`</th></tr></thead><tbody><tr><td style=\"text-align: left;\">d</td><td style=\"text-align: left;\">e</td></tr> </tbody></table>"
SEEN
echo "as described"
