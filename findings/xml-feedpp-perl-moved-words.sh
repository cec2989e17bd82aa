#!/usr/bin/env bash
# XML::FeedPP 0.95 (Perl): words of XHTML change their order, and posts get other ids or ids that are said to be
# links.
#
# Expected (RFC 4287, 3.1.1.3 and 4.2.6; RSS 2.0, "guid"): the text of an entry keeps the order of its words and
# elements; an entry that is merged into another feed keeps its <id>, which is no address unless it says so: <guid
# isPermaLink="false">.
# Seen: "Sow <b>rye</b> now." becomes "Sow now.<b>rye</b>"; in Atom the id is the link; in RSS "tag:rye,1" is a guid
# with isPermaLink="true", the description holds elements, and the title shows its tags; the address of the sound is
# gone.
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
apt install --yes --download-only --no-install-recommends libxml-feedpp-perl=0.95-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use XML::FeedPP;

my $atom = <<'ATOM';
<feed xmlns="http://www.w3.org/2005/Atom"><title>Rye</title><id>tag:rye</id><updated>2024-01-02T10:00:00Z</updated>
<entry><title type="html">&lt;b&gt;Sow&lt;/b&gt;</title><id>tag:rye,1</id><link href="https://rye.example/1"/>
<link rel="enclosure" href="https://rye.example/1.mp3"/><updated>2024-01-02T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Sow <b>rye</b> now.</div></content></entry></feed>
ATOM
for my $format ('XML::FeedPP::Atom::Atom10', 'XML::FeedPP::RSS') {
    my $feed = $format->new;
    $feed->merge(XML::FeedPP->new($atom, -type => 'string'));
    my ($entry) = $feed->to_string =~ /<(?:entry|item)>\n(.*)<\/(?:entry|item)>/s;
    print "$format\n$entry";
}
PERL
diff "$work/seen" - <<'SEEN'
XML::FeedPP::Atom::Atom10
<title type="html">&lt;b&gt;Sow&lt;/b&gt;</title>
<link href="https://rye.example/1" />
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml">Sow  now.<b>rye</b>
</div>
</content>
<id>https://rye.example/1</id>
<updated>2024-01-02T10:00:00Z</updated>
XML::FeedPP::RSS
<title>&lt;b&gt;Sow&lt;/b&gt;</title>
<link>https://rye.example/1</link>
<guid isPermaLink="true">tag:rye,1</guid>
<pubDate>Tue, 02 Jan 2024 10:00:00 GMT</pubDate>
<description xmlns="http://www.w3.org/1999/xhtml">Sow  now.<b>rye</b>
</description>
SEEN
echo "as described"
