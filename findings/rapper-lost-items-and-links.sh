#!/usr/bin/env bash
# rapper of Raptor 2.0.15: items without a link vanish, tags are lost, and an Atom feed made of another has no links,
# an author "unknown", and titles that show their tags.
#
# Expected (RSS 2.0; RFC 4287, 3.1, 4.1.2 and 4.2.7): an item of RSS needs a title or a description alone, and a
# <guid> is an address unless it says otherwise; a feed that is read and written again keeps its addresses, authors
# and categories, and HTML in a title is said to be HTML.
# Seen: two of three valid items are gone, with an error about a node without an identifier that names no item. In
# Atom the full text and the sound are gone; from Atom to Atom the addresses of posts, the names and the category are
# gone, the id is the address of the feed, and HTML has no type="html".
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
apt install --yes --download-only --no-install-recommends raptor2-utils=2.0.15-4+deb12u1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
cat >rye.rss <<'XML'
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Rye</title>
<link>https://rye.example/</link><description>Posts</description>
<item><title>Sow</title><link>https://rye.example/1</link><guid isPermaLink="false">tag:rye,1</guid>
<pubDate>Tue, 02 Jan 2024 10:00:00 GMT</pubDate><description>Short</description><category>field</category>
<content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded>
<enclosure url="https://rye.example/1.mp3" length="5" type="audio/mpeg"/></item>
<item><description>No title</description><guid>https://rye.example/2</guid></item>
<item><title>Reap</title><guid isPermaLink="false">tag:rye,3</guid></item>
</channel></rss>
XML
cat >rye.atom <<'XML'
<feed xmlns="http://www.w3.org/2005/Atom"><title>Rye</title><id>tag:rye</id><updated>2024-01-02T10:00:00Z</updated>
<link href="https://rye.example/"/><entry><title type="html">&lt;b&gt;Sow&lt;/b&gt;</title><id>tag:rye,1</id>
<link href="https://rye.example/1"/><updated>2024-01-02T10:00:00Z</updated><author><name>Ann</name></author>
<author><name>Tom</name></author><category term="rye"/><content type="html">&lt;p&gt;Rye&lt;/p&gt;</content></entry></feed>
XML
for name in rye.rss rye.atom; do
  echo "$name"
  rapper -i rss-tag-soup -o atom -I https://rye.example/feed "$name" 2>&1 | grep -E 'Error|<atom:(id|title|name|link|summary|content)|enc:|category|rel='  || true
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
rye.rss
rapper: Error - URI https://rye.example/feed - RSS node has no identifier
  <atom:id>https://rye.example/</atom:id>
  <atom:title>Rye</atom:title>
    <atom:name>unknown</atom:name>
  <atom:link href="."
     rel="self"/>
    <atom:id>https://rye.example/1</atom:id>
    <atom:title>Sow</atom:title>
    <atom:link href="1"
       rel="alternate"/>
    <atom:summary>Short</atom:summary>
rye.atom
  <atom:id>tag:rye</atom:id>
  <atom:title>Rye</atom:title>
    <atom:name>unknown</atom:name>
  <atom:link href="tag:rye"
     rel="self"/>
    <atom:id>tag:rye,1</atom:id>
    <atom:title>&lt;b&gt;Sow&lt;/b&gt;</atom:title>
    <atom:content>&lt;p&gt;Rye&lt;/p&gt;</atom:content>
SEEN
echo "as described"
