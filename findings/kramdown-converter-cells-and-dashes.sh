#!/usr/bin/env bash
# kramdown 2.4.0: of HTML as Markdown, a cell with two lines becomes two rows, and three hyphens a rule or a dash.
#
# Expected: what is read as HTML and written as Markdown shows the same words when it is rendered; signs that would
# mean something are escaped, as kramdown does it for "1986.", "#", "|" and ":" at the start of a line.
# Seen: a line break in a cell is written as one, which ends the row; lines of code that <br> parts join to one word;
# "---" is a rule where it is all of a paragraph, and "--" and "..." become other signs, in the name of an option,
# too.
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
apt install --yes --download-only --no-install-recommends ruby-kramdown=2.4.0-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "kramdown"

['<table><tr><td>1<br>2</td><td>x</td></tr></table>', '<pre>sow<br>reap</pre>', '<p>---</p>',
 '<p>Run it with --all...</p>',
 '<p>1986. A year</p>', '<p>a | b</p>'].each do |html|
  markdown = Kramdown::Document.new(html, input: "html").to_kramdown.rstrip
  again = Kramdown::Document.new(markdown).to_html.gsub(/\n\s*/, "")
  puts "#{html}\n  is written #{markdown.inspect}\n  which shows #{again}"
end
RUBY
diff "$work/seen" - <<'SEEN'
<table><tr><td>1<br>2</td><td>x</td></tr></table>
  is written "| 1  \n2 | x |"
  which shows <table><tbody><tr><td>1</td><td> </td></tr><tr><td>2</td><td>x</td></tr></tbody></table>
<pre>sow<br>reap</pre>
  is written "    sowreap"
  which shows <pre><code>sowreap</code></pre>
<p>---</p>
  is written "---"
  which shows <hr />
<p>Run it with --all...</p>
  is written "Run it with --all..."
  which shows <p>Run it with –all…</p>
<p>1986. A year</p>
  is written "1986\\. A year"
  which shows <p>1986. A year</p>
<p>a | b</p>
  is written "a \\| b"
  which shows <p>a | b</p>
SEEN
echo "as described"
