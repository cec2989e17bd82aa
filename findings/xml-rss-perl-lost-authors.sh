#!/usr/bin/env bash
# XML::RSS 1.62 (Perl): of a feed that is read and written the authors are gone, and one of two sounds; a text in full
# is dropped without a word.
#
# Expected (RSS 2.0, Dublin Core): what parse() reads as_string() writes, as it does the full text; an item made with
# "content" or "dc" has them in the feed, or add_item() says that a module has to be added first.
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
apt install --yes --download-only --no-install-recommends perl libxml-rss-perl=1.62-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use XML::RSS;

my $feed = XML::RSS->new;
$feed->parse(<<'XML');
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Rye</title><link>https://rye.example/</link><description>Mills</description>
<item><title>Sow</title><link>https://rye.example/1</link><dc:creator>Ann</dc:creator>
<enclosure url="https://rye.example/1.mp3" length="1" type="audio/mpeg"/>
<enclosure url="https://rye.example/1.ogg" length="1" type="audio/ogg"/>
<content:encoded>Sow the rye.</content:encoded></item></channel></rss>
XML
print "creator read: $feed->{items}[0]{dc}{creator}\n";
my $new = XML::RSS->new(version => '2.0');
$new->channel(title => 'Rye', link => 'https://rye.example/', description => 'Mills');
$new->add_item(title => 'Sow', dc => { creator => 'Ann' }, content => { encoded => 'Sow the rye.' });
for ($feed, $new) {
    my ($item) = $_->as_string =~ m{<item>(.*)</item>}s;
    print $item =~ s{<enclosure.*(url="[^"]*").*/>}{<enclosure $1>}r;
}
PERL
diff "$work/seen" - <<'SEEN'
creator read: Ann

<title>Sow</title>
<link>https://rye.example/1</link>
<enclosure url="https://rye.example/1.ogg">
<content:encoded>Sow the rye.</content:encoded>

<title>Sow</title>
SEEN
echo "as described"
