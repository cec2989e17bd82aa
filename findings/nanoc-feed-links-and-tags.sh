#!/usr/bin/env bash
# nanoc 4.12.14: links and pictures of a feed are looked for beside the front page, and the tag "C#" leads to the page
# of "C".
#
# Expected (RFC 4287, 2; RFC 3986, 5.1): a relative address of a post is completed with the post's own, whatever base
# the feed names; a name in an address is percent-encoded; a title that a helper writes into a page is escaped; a
# sitemap is of pages.
# Seen: "xml:base" is the front page for all entries, so that "../mill/" of a post leads out of the site. The sitemap
# names itself and the feed.
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
apt install --yes --download-only --no-install-recommends ruby nanoc=4.12.14-3 ruby-builder 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
mkdir site
cd site
mkdir -p rye/content/posts rye/layouts rye/lib
cd rye
cat >nanoc.yaml <<'YAML'
base_url: https://rye.example/blog
title: Rye
author_name: Ann
author_uri: https://rye.example/
YAML
cat >lib/default.rb <<'RUBY'
use_helper Nanoc::Helpers::Blogging
use_helper Nanoc::Helpers::Tagging
use_helper Nanoc::Helpers::XMLSitemap
use_helper Nanoc::Helpers::LinkTo
RUBY
cat >Rules <<'RUBY'
compile '/posts/*.html' do
  layout '/default.*'
  write item.identifier.without_ext + '/index.html'
end
compile '/*.erb' do
  filter :erb
  write item.identifier.without_ext + '.xml'
end
layout '/**/*', :erb
RUBY
echo '<%= atom_feed %>' >content/feed.erb
echo '<%= xml_sitemap %>' >content/sitemap.erb
echo "<%= tags_for(item, base_url: 'https://rye.example/tag/') %> <%= link_to(item[:title], item) %>" >layouts/default.html
cat >content/posts/sow.html <<'HTML'
---
title: "Use <b> for bold"
kind: article
created_at: 2024-01-02
tags: ["C#", "Rye bread"]
---
<p>Then <a href="../mill/">mill</a>. <img src="field.jpg"></p>
HTML
ruby -W0 "$root/usr/bin/nanoc" compile >/dev/null 2>&1
{
  grep -oE '<feed.*|(href|src)="[^h][^"]*"' output/feed.xml
  cat output/posts/sow/index.html
  grep loc output/sitemap.xml
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://rye.example/blog/">
href="../mill/"
src="field.jpg"
<a href="https://rye.example/tag/C#" rel="tag">C#</a>, <a href="https://rye.example/tag/Rye bread" rel="tag">Rye bread</a> <a href="/posts/sow/">Use <b> for bold</a>
    <loc>https://rye.example/blog/feed.xml</loc>
    <loc>https://rye.example/blog/posts/sow/</loc>
    <loc>https://rye.example/blog/sitemap.xml</loc>
SEEN
echo "as described"
