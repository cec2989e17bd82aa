#!/usr/bin/env bash
# XML::RSSLite 0.17 (Perl): a feed with one item has no list of items, references stay, and full texts are gone.
#
# Expected (RSS 2.0; XML 1.0, 4.1 and 2.7): items are a list, be it one or two; "&amp;" is "&" when the feed has been
# read, and CDATA is its text.
# Seen: "item" is a hash for one, a list for two; "AT&amp;T" and "?a=1&amp;b=2" stay escaped; of a <guid> with an
# attribute the attribute alone is left, of a text in CDATA nothing.
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
apt install --yes --download-only --no-install-recommends libxml-rsslite-perl=0.17+dfsg-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use XML::RSSLite;

my $item = '<item><title>AT&amp;T</title><link>https://rye.example/?a=1&amp;b=2</link><guid isPermaLink="false">tag:1</guid>'
    . '<category>rye</category><description>Sow</description>'
    . '<content:encoded><![CDATA[<p>Rye</p>]]></content:encoded></item>';
for my $items ($item, $item x 2) {
    my $text = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Rye</title>'
        . "<link>https://rye.example/</link>$items</channel></rss>";
    my %feed;
    parseRSS(\%feed, \$text);
    print ref $feed{item}, "\n";
    my $first = ref $feed{item} eq 'ARRAY' ? $feed{item}[0] : $feed{item};
    for my $key (sort keys %$first) {
        my $value = $first->{$key};
        print "  $key: ", ref $value eq 'HASH' ? join(' ', map { "$_=$value->{$_}" } sort keys %$value) : $value, "\n";
    }
}
PERL
diff "$work/seen" - <<'SEEN'
HASH
  category: rye
  content:encoded: 
  description: Sow
  guid: isPermaLink=false
  link: https://rye.example/?a=1&amp;b=2
  title: AT&amp;T
ARRAY
  category: rye
  content:encoded: 
  description: Sow
  guid: isPermaLink=false
  link: https://rye.example/?a=1&amp;b=2
  title: AT&amp;T
SEEN
echo "as described"
