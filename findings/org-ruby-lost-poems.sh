#!/usr/bin/env bash
# org-ruby 0.9.12: a poem of an Org file is not on the page, what is not to be exported is, and notes are words.
#
# Expected (Org manual, 12.1, 13.6, 11.3): #+BEGIN_VERSE keeps lines as they are; a heading with the tag "noexport" is
# left out with its text; "[fn:1]" refers to a note; "[@5]" begins a list with 5.
# Seen: the verse is gone, as HTML and as Markdown; the hidden section is there without its tag; "[fn:1]" and "[@5]"
# are words. As Markdown, a numbered list has bullets, a table has no line below its head, so that it is none, and
# "\\" is words.
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
apt install --yes --download-only --no-install-recommends ruby-org=0.9.12-2.1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "org-ruby"

["#+BEGIN_VERSE\nRye is tall,\n wheat is not.\n#+END_VERSE\nBy Ann", "* Plans :noexport:\nSell the mill.",
 "Rye[fn:1] grows.\n\n[fn:1] In fields.",
 "1. [@5] five\n2. six", "| rye | oats |\n|-----+------|\n| 1 | 2 |", "Rye\\\\\nOats"].each do |text|
  parser = -> { Orgmode::Parser.new(text) }
  puts "#{text.inspect}\n  HTML: #{parser.call.to_html.gsub(/\n\s*/, "")}\n  Markdown: #{parser.call.to_markdown.inspect}"
end
RUBY
diff "$work/seen" - <<'SEEN'
"#+BEGIN_VERSE\nRye is tall,\n wheat is not.\n#+END_VERSE\nBy Ann"
  HTML: <p>By Ann</p>
  Markdown: "By Ann\n"
"* Plans :noexport:\nSell the mill."
  HTML: <h1>Plans</h1><p>Sell the mill.</p>
  Markdown: "# Plans\nSell the mill.\n"
"Rye[fn:1] grows.\n\n[fn:1] In fields."
  HTML: <p>Rye[fn:1] grows.</p><p>[fn:1] In fields.</p>
  Markdown: "Rye[fn:1] grows.\n\n[fn:1] In fields.\n"
"1. [@5] five\n2. six"
  HTML: <ol><li>[@5] five</li><li>six</li></ol>
  Markdown: " * [@5] five\n * six\n"
"| rye | oats |\n|-----+------|\n| 1 | 2 |"
  HTML: <table><tr><th>rye</th><th>oats</th></tr><tr><td>1</td><td>2</td></tr></table>
  Markdown: "| rye | oats |\n| 1 | 2 |\n"
"Rye\\\\\nOats"
  HTML: <p>Rye<br />Oats</p>
  Markdown: "Rye\\\\\nOats\n"
SEEN
echo "as described"
