#!/usr/bin/env bash
# ruby-feedparser 0.11.2, which feed2imap uses: an entry leads to its sound, "Use <b>" is "Use *", and a title in
# XHTML is empty.
#
# Expected (RFC 4287, 4.2.7 and 3.1.1): the link of an entry is that without "rel", or with "alternate"; a title may
# be of type "text", which has no tags, or "xhtml"; an entry is dated when it was published; a relative address is
# relative to xml:base.
# Seen: the last link is taken, whatever its "rel", and as it is written; plain titles are read as HTML, so that "<b>"
# becomes a star; the date is that of the last change. In a text of type "text", "<" becomes that of a tag, and its
# lines join.
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
apt install --yes --download-only --no-install-recommends ruby-feedparser=0.11.2-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require "feedparser"
require "feedparser/text-output"

feed = FeedParser::Feed.new(<<~XML)
  <?xml version="1.0" encoding="utf-8"?>
  <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://rye.example/"><title>Rye</title><id>tag:rye</id>
  <updated>2024-01-02T10:00:00Z</updated>
  <entry><title>Use &lt;b></title><id>tag:rye,1</id><link href="posts/1"/><link rel="enclosure" href="1.mp3"/>
  <published>2024-01-02T10:00:00Z</published><updated>2024-02-02T10:00:00Z</updated><content type="text">1 &lt; 2
  or so</content></entry>
  <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">On <em>rye</em></div></title><id>tag:rye,2</id>
  <link href="posts/2"/><updated>2024-01-03T10:00:00Z</updated></entry></feed>
XML
feed.items.each { |item| p title: item.title, link: item.link, date: item.date.to_s, content: item.content }
puts feed.items.first.to_text(true, 60)
RUBY
diff "$work/seen" - <<'SEEN'
{:title=>"Use *", :link=>"1.mp3", :date=>"2024-02-02 10:00:00 UTC", :content=>"<p>1 < 2\nor so</p>"}
{:title=>"", :link=>"posts/2", :date=>"2024-01-03 10:00:00 UTC", :content=>nil}
Item: Use *
<1.mp3>
Date: 2024-02-02 10:00:00 UTC
1 < 2 or so

Feed: Rye
SEEN
echo "as described"
