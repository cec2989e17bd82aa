#!/usr/bin/env bash
# reverse_markdown 1.4.0 (Ruby): a sentence that begins with a year becomes a list, lists count from 1, code ends its
# fence.
#
# Expected: HTML as Markdown shows the same words once it is rendered: signs that mean something are escaped, as it
# does it for stars and underscores; a list begins where it began; a table without a head gets an empty one, or stays
# HTML.
# Seen: "1986. A year" and "# no heading" are left as they are; <ol start="3"> begins with 1; a fence within code ends
# the code; a backtick ends inline code; "|" in a cell parts it, a break ends its row; a table without <th> has no
# line of dashes, so that it is text with bars.
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
apt install --yes --download-only --no-install-recommends ruby-reverse-markdown=1.4.0-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "reverse_markdown"

['<p>1986. A year</p>', '<p># no heading</p>', '<p>2 * 3 * 4</p>', '<ol start="3"><li>three</li></ol>',
 "<pre><code>a\n```\nb</code></pre>",
 '<p><code>a`b</code></p>', '<table><tr><th>a|b</th></tr><tr><td>1<br>2</td></tr></table>',
  '<table><tr><td>1</td><td>2</td></tr></table>'].each do |html|
  puts "#{html.inspect} is #{ReverseMarkdown.convert(html, github_flavored: true).strip.inspect}"
end
RUBY
diff "$work/seen" - <<'SEEN'
"<p>1986. A year</p>" is "1986. A year"
"<p># no heading</p>" is "# no heading"
"<p>2 * 3 * 4</p>" is "2 \\* 3 \\* 4"
"<ol start=\"3\"><li>three</li></ol>" is "1. three"
"<pre><code>a\n```\nb</code></pre>" is "```\na\n```\nb\n```"
"<p><code>a`b</code></p>" is "`a`b`"
"<table><tr><th>a|b</th></tr><tr><td>1<br>2</td></tr></table>" is "| a|b |\n| --- |\n| 1  \n2 |"
"<table><tr><td>1</td><td>2</td></tr></table>" is "| 1 | 2 |"
SEEN
echo "as described"
