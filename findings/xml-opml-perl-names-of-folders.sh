#!/usr/bin/env bash
# XML::OPML 0.26 (Perl): a folder with "&" in its name makes a list of subscriptions malformed once it is read and
# written.
#
# Expected (OPML 2.0, XML 1.0): "&" is "&amp;" in the name of a folder as in that of a feed.
# Seen: the names of feeds are escaped, those of what has outlines within are not, so that neither XML::OPML nor
# another program can read the list again.
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
apt install --yes --download-only --no-install-recommends perl libxml-opml-perl=0.26-4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use XML::OPML;

my $list = XML::OPML->new;
$list->parse(<<'XML');
<opml version="1.1"><head><title>Mills &amp; fields</title></head><body>
<outline text="R &amp; D"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/?x=1&amp;y=2"/></outline>
</body></opml>
XML
my $written = $list->as_string;
print "$_\n" for grep { /outline|<title/ } split /\n/, $written;
print eval { XML::OPML->new->parse($written); 1 } ? "read again\n" : "cannot be read again\n";
PERL
diff "$work/seen" - <<'SEEN'
<title>Mills &amp; fields</title>
<outline text="R & D" >
<outline text="A &amp; B" type="rss" xmlUrl="https://a.example/?x=1&amp;y=2"  />
</outline>
cannot be read again
SEEN
echo "as described"
