#!/usr/bin/env bash
# XML::Atom 0.43 (Perl): plain texts become XHTML, in which their references are other signs.
#
# Expected (RFC 4287, 3.1.1 and 4.1.3): what content() is given is a text, as that of title() is; what it holds is
# shown, so "&lt;b&gt;" in it says how "<b>" is written.
# Seen: a text that is well-formed becomes type="xhtml", a single word too; "AT&amp;T" of a text is shown as "AT&T",
# and "Write &lt;b&gt;" as "Write <b>"; a text with a bare "&" is type="text", one with <br> type="html". The same
# words in a title are escaped.
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
apt install --yes --download-only --no-install-recommends libxml-atom-perl=0.43-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use XML::Atom::Entry;

for my $text ('Rye', 'Rye & oats', 'AT&amp;T', 'Write &lt;b&gt;', '<p>Sow<br>reap</p>') {
    my $entry = XML::Atom::Entry->new(Version => 1.0);
    $entry->content($text);
    $entry->title($text);
    print "$text\n", map { "  $_\n" } $entry->as_xml =~ /(<title.*?<\/title>|<content.*?>|<div.*?<\/div>)/g;
}
PERL
diff "$work/seen" - <<'SEEN'
Rye
  <content type="xhtml">
  <div xmlns="http://www.w3.org/1999/xhtml">Rye</div>
  <title>Rye</title>
Rye & oats
  <content type="text">
  <title>Rye &amp; oats</title>
AT&amp;T
  <content type="xhtml">
  <div xmlns="http://www.w3.org/1999/xhtml">AT&amp;T</div>
  <title>AT&amp;amp;T</title>
Write &lt;b&gt;
  <content type="xhtml">
  <div xmlns="http://www.w3.org/1999/xhtml">Write &lt;b&gt;</div>
  <title>Write &amp;lt;b&amp;gt;</title>
<p>Sow<br>reap</p>
  <content type="html">
  <title>&lt;p&gt;Sow&lt;br&gt;reap&lt;/p&gt;</title>
SEEN
echo "as described"
