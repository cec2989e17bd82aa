#!/usr/bin/env bash
# HTML::Truncate 0.20 (Perl): a text that is as long as allowed has an ellipsis though nothing was cut, and the words
# after a picture or a break lose their space.
#
# Expected ("chars" is the number of characters to keep): a text of seven characters is whole where seven are allowed;
# a cut text is the beginning of the one given.
# Seen: "Sow rye" becomes "Sow rye…" with a limit of 7, and stays with 8; "<wbr> wheat" becomes "<wbr>whea…", and
# a picture stands against the word after it.
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
apt install --yes --download-only --no-install-recommends libhtml-truncate-perl=0.20-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl - <<'PERL' | tee "$work/seen"
use HTML::Truncate;

my $truncate = HTML::Truncate->new;
for my $case (
    [7, '<p>Sow rye</p>'],
    [8, '<p>Sow rye</p>'],
    [7, '<ul><li>rye</li><li>oats</li></ul>'],
    [9, '<p>Sow <img src="a.png"> rye.</p>'],
    [8, '<p>Sow <img src="a.png"> rye and oats</p>'],
    [8, '<p>Rye <wbr> wheat and oats</p>'],
) {
    $truncate->chars($case->[0]);
    print "$case->[0] $case->[1]: ", $truncate->truncate($case->[1]), "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
7 <p>Sow rye</p>: <p>Sow rye&#8230;</p>
8 <p>Sow rye</p>: <p>Sow rye</p>
7 <ul><li>rye</li><li>oats</li></ul>: <ul><li>rye</li><li>oats&#8230;</li></ul>
9 <p>Sow <img src="a.png"> rye.</p>: <p>Sow <img src="a.png"> rye.</p>
8 <p>Sow <img src="a.png"> rye and oats</p>: <p>Sow <img src="a.png">rye&#8230;</p>
8 <p>Rye <wbr> wheat and oats</p>: <p>Rye <wbr>whea&#8230;</p>
SEEN
echo "as described"
