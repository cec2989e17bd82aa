#!/usr/bin/env bash
# Date::Manip 6.91 (Perl): "May 2019" is 20 May 2019, "Sep 1995" 19 September 1995, and 1700000000 is that many
# seconds from now.
#
# Expected: a month with a year is the first of that month, or cannot be read: many sites and BibTeX write dates so; a
# number of ten digits is a time in seconds, or cannot be read.
# Seen: the first two digits of the year are the day, the last two the year; "10" is the year 1000.
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
apt install --yes --download-only --no-install-recommends perl libdate-manip-perl=6.91-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Date::Manip;

Date_Init('SetDate=2026-01-02-12:00:00,UTC');
for my $text ('May 2019', 'Sep 1995', 'May 2031', '1 May 2019', '1700000000', '10') {
    print "$text: ", UnixDate(ParseDate($text), '%Y-%m-%d'), "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
May 2019: 2019-05-20
Sep 1995: 1995-09-19
May 2031: 2031-05-20
1 May 2019: 2019-05-01
1700000000: 2079-11-16
10: 1000-01-01
SEEN
echo "as described"
