#!/usr/bin/env bash
# XML::Feed 0.63 (Perl): an Atom feed as RSS has other ids, links without a host, and titles that show their tags.
#
# Expected: convert() keeps what identifies an entry, so that readers know it again: <id> is <guid
# isPermaLink="false">; a relative link means the same (xml:base); a title of type "html" is HTML before and after;
# two authors are two.
# Seen: the guid of an entry that has a link is the link, as it is written ("posts/rye"), said to be an address; the
# title of type "html" becomes a plain one of an Atom feed, which shows "<b>"; the second author is gone, and a new
# Atom feed has no id.
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
apt install --yes --download-only --no-install-recommends libxml-feed-perl=0.63+dfsg-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use XML::Feed;

my $atom = <<'ATOM';
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://rye.example/">
<title>Rye</title><id>tag:rye</id><updated>2024-01-02T10:00:00Z</updated>
<entry><title type="html">&lt;b&gt;Sow&lt;/b&gt;</title><id>tag:rye,1</id><link href="posts/rye"/>
<updated>2024-01-02T10:00:00Z</updated><author><name>Ann</name></author><author><name>Bob</name></author></entry>
</feed>
ATOM
for my $format (qw(RSS Atom)) {
    my $text = XML::Feed->parse(\$atom)->convert($format)->as_xml;
    print "$format: ", join(" ", $text =~ /(<(?:guid|id|author|name|link|title).*?>[^<]*)/g) =~ s/\n\s*//gr, "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
RSS: <title>Rye <link> <title>&#x3C;b&#x3E;Sow&#x3C;/b&#x3E; <link>posts/rye <author>Ann <guid isPermaLink="true">posts/rye
Atom: <title>Rye <title>&lt;b&gt;Sow&lt;/b&gt; <link rel="alternate" href="posts/rye" type="text/html"/><author><name>Ann <id>tag:rye,1
SEEN
echo "as described"
