#!/usr/bin/env bash
# HTML::Truncate 0.20 (Perl): a text is cut within an entity, which the reader then sees, and a word joins the picture
# before it.
#
# Expected: an entity is one character, which is kept or cut as a whole; what follows a picture keeps the space before
# it.
# Seen: "&mdash;" cut after two of its letters is "&md…" on the page, and "&amp;" is "&a…".
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
apt install --yes --download-only --no-install-recommends perl libhtml-truncate-perl=0.20-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use HTML::Truncate;

my $truncate = HTML::Truncate->new;
for my $case (
    [10, '<p>Sow rye &amp; oats in May.</p>'],
    [12, '<p>1 &lt; 2 &mdash; or not?</p>'],
    [14, '<p>A field <img src="field.jpg"> of rye and oats.</p>'],
) {
    $truncate->chars($case->[0]);
    print $truncate->truncate($case->[1]), "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
<p>Sow rye &a&#8230;</p>
<p>1 &lt; 2 &md&#8230;</p>
<p>A field <img src="field.jpg">of rye&#8230;</p>
SEEN
echo "as described"
