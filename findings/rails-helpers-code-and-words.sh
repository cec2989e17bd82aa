#!/usr/bin/env bash
# Action View 6.1.7 (Rails): simple_format breaks code that has an empty line, and sanitize joins a summary with what
# it sums up.
#
# Expected: text between blank lines becomes paragraphs, <pre> stays as it is; a tag that is taken out leaves a space
# where blocks were apart; "start" says how a list counts.
#
# Seen: "</p>" and "<p>" stand within <pre>; cells of a table and blocks that strip_tags parts become one word; lists
# count from 1; words in <mark> and <q> lose what marked them.
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
apt install --yes --download-only --no-install-recommends ruby-actionview=2:6.1.7.10+dfsg-1~deb12u4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require 'action_view'
require 'action_view/helpers'

class Page
  include ActionView::Helpers::TextHelper
  include ActionView::Helpers::SanitizeHelper
  extend ActionView::Helpers::SanitizeHelper::ClassMethods
end
page = Page.new
puts page.simple_format("Sow:\n\n<pre>sow()\n\nreap()</pre>").inspect
puts page.strip_tags('<p>Sow it.</p><p>Reap it.</p><table><tr><td>50</td><td>30</td></tr></table>')
puts page.sanitize('<details><summary>More</summary>Sow it.</details>')
puts page.sanitize('<table><tr><td>50</td><td>30</td></tr></table>')
puts page.sanitize('<ol start="3"><li>Sow</li></ol>')
puts page.sanitize('<p>The <q>poor</q> <mark>bread</mark></p>')
RUBY
diff "$work/seen" - <<'SEEN'
"<p>Sow:</p>\n\n<p><pre>sow()</p>\n\n<p>reap()</pre></p>"
Sow it.Reap it.5030
MoreSow it.
5030
<ol><li>Sow</li></ol>
<p>The poor bread</p>
SEEN
echo "as described"
