#!/usr/bin/env bash
# Time::ParseDate 2015.103 (Perl): "May 2019" is a day of 2029, a year is a time of today, and a date with "T" has no
# time.
#
# Expected: a month with a year is the first of that month, or cannot be read; a year alone is no time of day.
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
apt install --yes --download-only --no-install-recommends perl libtime-parsedate-perl=2015.103-4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use POSIX 'strftime';
use Time::ParseDate;

my $now = 1710504000;
for my $text ('May 2019', 'Sep 1995', '2024', '2024-01-02', '2024-01-02T10:00:00Z', '3 May', '20240102') {
    my ($seconds, $error) = parsedate($text, NOW => $now, GMT => 1);
    print "$text: ", defined $seconds ? strftime('%Y-%m-%d %H:%M', gmtime $seconds) : $error, "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
May 2019: 2029-11-09 00:00
Sep 1995: 2030-02-16 00:00
2024: 2024-03-15 20:24
2024-01-02: 2024-01-02 00:00
2024-01-02T10:00:00Z: 2024-01-02 00:00
3 May: 2024-05-03 00:00
20240102: no match on time/date
SEEN
echo "as described"
