#!/usr/bin/env bash
# html2text 0.2.0 (Ruby): a term joins its explanation, a summary the text below it, and lines of code one another.
#
# Expected: plain text of a mail or a page keeps words of different blocks apart, and the lines of code.
# Seen: "<dt>Rye</dt><dd>grain</dd>" is "Ryegrain"; a code block is one line; a numbered list has hyphens; words in
# <q> have no marks; an item with two paragraphs has its hyphen on a line of its own.
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
apt install --yes --download-only --no-install-recommends ruby-html2text=0.2.0-1.1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "html2text"

['<dl><dt>Rye</dt><dd>grain</dd></dl>', '<details><summary>Rye</summary>Grain</details>',
 "<pre><code>sow\n  rye</code></pre>",
 '<ol start="3"><li>three</li></ol>', '<p>Say <q>rye</q></p>',
  '<ul><li><p>one</p><p>two</p></li></ul>'].each do |html|
  puts "#{html.inspect} is #{Html2Text.convert(html).inspect}"
end
RUBY
diff "$work/seen" - <<'SEEN'
"<dl><dt>Rye</dt><dd>grain</dd></dl>" is "Ryegrain"
"<details><summary>Rye</summary>Grain</details>" is "RyeGrain"
"<pre><code>sow\n  rye</code></pre>" is "sow rye"
"<ol start=\"3\"><li>three</li></ol>" is "- three"
"<p>Say <q>rye</q></p>" is "Say rye"
"<ul><li><p>one</p><p>two</p></li></ul>" is "-\none\n\ntwo"
SEEN
echo "as described"
