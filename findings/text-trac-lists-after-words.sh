#!/usr/bin/env bash
# Text::Trac 0.24 (Perl): a list or rows of a table right below a sentence are a part of it, with their marks.
#
# Expected (Trac's WikiFormatting): a line that begins with a space and "*" is an item, whatever stands above it, as
# Trac shows it, and a line of cells between "||" is a row.
# Seen: without an empty line between, the marks are words of the paragraph; a rule needs none.
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
apt install --yes --download-only --no-install-recommends perl libtext-trac-perl=0.24-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Text::Trac;

my $trac = Text::Trac->new(trac_url => 'https://rye.example/');
for my $text (
    "We sow:\n * rye\n * oats",
    "Prices:\n||rye||2||\n||oats||3||",
    "Above\n----\nbelow",
    "We sow:\n\n * rye\n * oats",
) {
    $trac->parse($text);
    print $trac->html =~ s/\n//gr, "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
<p>We sow: * rye * oats</p>
<p>Prices:||rye||2||||oats||3||</p>
<p>Above</p><hr /><p>below</p>
<p>We sow:</p><ul><li>rye</li><li>oats</li></ul>
SEEN
echo "as described"
