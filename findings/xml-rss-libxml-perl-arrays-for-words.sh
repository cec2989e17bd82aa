#!/usr/bin/env bash
# XML::RSS::LibXML 0.3105 (Perl): what is written has the words "ARRAY(0x…)" where an element stands twice.
#
# Expected (it has "almost the same" methods as XML::RSS): a feed that was read and is written again has its
# categories, authors and sounds; one of each is written.
# Seen: two categories are one with the words "ARRAY(0x…)", as are two dc:creator and two enclosures, in the
# description of the feed and in its items; the address of a media:content becomes its text, and the source of an item
# is lost.
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
apt install --yes --download-only --no-install-recommends libxml-rss-libxml-perl=0.3105+dfsg-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
cat >rye.rss <<'XML'
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Rye</title><link>https://rye.example/</link><description>Grain</description>
<category>farm</category><category>mill</category>
<item><title>One</title><link>https://rye.example/1</link>
<category>rye</category><category>oats</category>
<dc:creator>Ann</dc:creator><dc:creator>Ben</dc:creator>
<media:content url="https://rye.example/1.jpg"/>
<source url="https://mill.example/rss">The mill</source></item>
<item><title>Two</title><link>https://rye.example/2</link>
<category domain="crops">rye</category><dc:creator>Ann</dc:creator></item>
</channel></rss>
XML
perl -MXML::RSS::LibXML -e '$r = XML::RSS::LibXML->new; $r->parsefile("rye.rss"); print $r->as_string' 2>/dev/null |
  grep -E 'title|category|creator|media:c|source' | sed 's/0x[0-9a-f]*/0x/' |
  LC_ALL=C sort | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
      <category domain="crops">rye</category>
      <category>ARRAY(0x)</category>
      <dc:creator>ARRAY(0x)</dc:creator>
      <dc:creator>Ann</dc:creator>
      <media:content>https://rye.example/1.jpg</media:content>
      <title>One</title>
      <title>Two</title>
    <category>ARRAY(0x)</category>
    <title>Rye</title>
SEEN
echo "as described"
