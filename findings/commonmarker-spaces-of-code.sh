#!/usr/bin/env bash
# commonmarker 0.23.6 (Ruby, GitHub's cmark-gfm): written as Markdown, code loses its spaces, and so it does as plain
# text.
#
# Expected (CommonMark 0.29, 6.3: "Interior spaces are not collapsed"): what to_commonmark writes of a document, with
# the width of 120 that it has by itself, means what was read.
# Seen: "`a  b`" is "`a b`" in a paragraph and in a cell; to_html of the same document has both spaces, and so have a
# heading and a block of code.
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
apt install --yes --download-only --no-install-recommends ruby-commonmarker=0.23.6-1+b1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 - <<'RUBY' | tee "$work/seen"
require "commonmarker"

document = CommonMarker.render_doc(<<~MD, :DEFAULT, [:table])
  # Head `x  y`

  Type `a  b` here.

  | `c  d` |
  |--------|

  ```
  e  f
  ```
MD
puts document.to_html, document.to_commonmark, document.to_plaintext
RUBY
diff "$work/seen" - <<'SEEN'
<h1>Head <code>x  y</code></h1>
<p>Type <code>a  b</code> here.</p>
<table>
<thead>
<tr>
<th><code>c  d</code></th>
</tr>
</thead>
</table>
<pre><code>e  f
</code></pre>
# Head `x  y`

Type `a b` here.

| `c d` |
| --- |

    e  f
Head x  y

Type a b here.

| c d |
| --- |

e  f
SEEN
echo "as described"
