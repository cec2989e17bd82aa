#!/usr/bin/env bash
# HTML::Strip 2.10 and HTML::Restrict 3.0.1 (Perl): the one parts words at every tag, the other joins them at every
# one.
#
# Expected (HTML, 3.2.5.2.5 and 15.3): the words of a page without its tags are those that it shows: phrasing content
# does not part them, paragraphs, cells, items and breaks do; hidden ones and templates are none.
# Seen: HTML::Strip makes "un bold ed", "10 2" of 10<sup>2</sup>, and "( rye )"; HTML::Restrict, which decides what of
# a comment stays, makes "sowreap" of paragraphs, breaks and items, and 50030 of two cells. Both show hidden words and
# <template>.
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
apt install --yes --download-only --no-install-recommends \
  libhtml-strip-perl=2.10-2+b3 libhtml-restrict-perl=3.0.1-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use HTML::Strip;
use HTML::Restrict;

for my $html (
    'un<b>bold</b>ed', '10<sup>2</sup>', '(<i>rye</i>)', '<p>sow</p><p>reap</p>', 'sow<br>reap', '<ul><li>sow</li><li>reap</li></ul>',
    '<table><tr><td>50</td><td>030</td></tr></table>', '<p hidden>Not yet</p><template>None</template>') {
    print "$html | ", HTML::Strip->new->parse($html), " | ", HTML::Restrict->new->process($html), "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
un<b>bold</b>ed | un bold ed | unbolded
10<sup>2</sup> | 10 2 | 102
(<i>rye</i>) | ( rye ) | (rye)
<p>sow</p><p>reap</p> | sow reap | sowreap
sow<br>reap | sow reap | sowreap
<ul><li>sow</li><li>reap</li></ul> | sow reap | sowreap
<table><tr><td>50</td><td>030</td></tr></table> | 50 030 | 50030
<p hidden>Not yet</p><template>None</template> | Not yet None | Not yetNone
SEEN
echo "as described"
