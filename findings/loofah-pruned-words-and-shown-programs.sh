#!/usr/bin/env bash
# Loofah 2.19.1 (Ruby), on which the sanitizer of Rails stands: words with a pronunciation and pictures of several sizes
# are pruned, and the text of a page has its programs.
#
# Expected (HTML, 4.5.10, 4.8.1 and 4.12.1): ":prune" takes away what is "unsafe or unknown": <ruby> and <picture> are
# elements of HTML, as <mark> and <figure> are, which stay; programs and style sheets are no text.
# Seen: "We sow 麦 here" loses the word that its reader came for, <picture> goes with the <img> in it, and to_text has
# the source text of <script> and <style>; a summary joins the words below it.
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
apt install --yes --download-only --no-install-recommends ruby-loofah=2.19.1-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "loofah"

["We sow <ruby>麦<rp>(</rp><rt>mugi</rt><rp>)</rp></ruby> <mark>here</mark>",
 "<picture><source srcset='a.webp'><img src='a.jpg' alt='A field'></picture>",
 "<figure><img src='b.jpg' alt='A mill'><figcaption>In May</figcaption></figure>"].each do |html|
  puts Loofah.fragment(html).scrub!(:prune).to_s
end
["<details><summary>More</summary>inside</details>",
 "<script>var rye = 1</script><style>p { top: 0 }</style>"].each do |html|
  puts Loofah.fragment(html).to_text.inspect
end
RUBY
diff "$work/seen" - <<'SEEN'
We sow  <mark>here</mark>

<figure><img src="b.jpg" alt="A mill"><figcaption>In May</figcaption></figure>
"Moreinside"
"var rye = 1p { top: 0 }"
SEEN
echo "as described"
