#!/usr/bin/env bash
# RDoc 6.4.1.1 (Ruby, its Markdown): a link with an emphasis shows a brace, "\*star\*" is bold, and a comma is in the
# address of the picture before it.
#
# Expected (Markdown; its documentation names PHP Markdown Extra and GitHub's for notes and tables): the words of a link
# may be marked; "\*" is an asterisk; code is as it stands; a bulleted list is one; a picture has its description.
# Seen: "[the *mill*](…)" shows "{the" outside the link, which is a "}"; in code "**" makes bold; the picture before a
# comma is looked for at "a.jpg,", and has no "alt"; "* one" below "4." is number 3, as lists begin at 1; an escaped bar
# parts a cell, and code at the end of a note has marks of a quotation.
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
  libruby3.1=3.1.7+really3.1.2-0+deb12u1 ruby3.1=3.1.7+really3.1.2-0+deb12u1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
cat >rye.md <<'MD'
See [the *mill*](https://rye.example/) and ![A field](a.jpg), \*star\*, `x **y**`.[^1]

3. three
4. four

* one

| Day | Loaf |
|-----|------|
| a\|b | `x` |

[^1]: In `fields`.
MD
ruby3.1 -W0 - <<'RUBY' | tee "$work/seen"
require "rdoc"

html = RDoc::Markup::ToHtml.new(RDoc::Options.new)
puts RDoc::Markdown.parse(File.read("rye.md")).accept(html).gsub(/\n+/, "\n")
RUBY
diff "$work/seen" - <<'SEEN'

<p>See {the <em>mill</em><a href="https://rye.example/">}</a> and <img src="a.jpg,"> <strong>star</strong>, <code>x <strong>y</code></strong>.<sup><a id="footmark-1" href="#foottext-1">1</a></sup></p>
<ol><li>
<p>three</p>
</li><li>
<p>four</p>
</li><li>
<p>one</p>
</li></ol>
<table role="table">
<thead>
<tr>
<th>Day</th>
<th>Loaf</th>
</tr>
</thead>
<tbody>
<tr>
<td>a\</td>
<td>b</td>
<td>`x`</td>
</tr>
</tbody>
</table>
<hr>
<p><sup><a id="foottext-1" href="#footmark-1">1</a></sup> In ‘fields`.</p>
SEEN
echo "as described"
