#!/usr/bin/env bash
# Time::ParseDate 2015.103 (Perl): "January 2024" is a day of 2029, and times of feeds lose their hours.
#
# Expected (RFC 3339, 5.6; the module's documentation, which names ISO 8601's dates): a month and a year is in that
# year, or nothing; "2024-01-02T10:00:00Z" is ten o'clock, as "2024-01-02 10:00:00" is; what is not understood is
# refused.
# Seen: "January 2024" is the 16th of July 2029, as the year is taken for a number of days, and so is "May 2023";
# after a date, "T10:00:00Z" is dropped, and with "+05:00" the offset becomes the time; "2024" is 20:24 of today,
# "1984" a day of November 1983; "March 32" is the first of April.
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
apt install --yes --download-only --no-install-recommends libtime-parsedate-perl=2015.103-4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
TZ=UTC perl - <<'PERL' | tee "$work/seen"
use Time::ParseDate;

for my $text (
    '2024-01-02 10:00:00', '2024-01-02T10:00:00Z', '2024-01-02T10:00:00+05:00', 'January 2024', 'May 2023', '2 January 2024',
    '2024', '1984', 'March 32 2024') {
    my $time = parsedate($text, NOW => 1707998400, ZONE => 'UTC');
    print "$text: ", defined $time ? scalar gmtime $time : 'nothing', "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
2024-01-02 10:00:00: Tue Jan  2 10:00:00 2024
2024-01-02T10:00:00Z: Tue Jan  2 00:00:00 2024
2024-01-02T10:00:00+05:00: Tue Jan  2 05:00:00 2024
January 2024: Mon Jul 16 00:00:00 2029
May 2023: Tue Nov 13 00:00:00 2029
2 January 2024: Tue Jan  2 00:00:00 2024
2024: Thu Feb 15 20:24:00 2024
1984: Wed Nov 30 00:00:00 1983
March 32 2024: Mon Apr  1 00:00:00 2024
SEEN
echo "as described"
