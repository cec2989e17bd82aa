#!/usr/bin/env bash
# Date::Extract 0.07 (Perl): of the date of a mail only the weekday is read, so that it is in this week, and times of
# feeds hold no date.
#
# Expected (RFC 5322, 3.3; RFC 3339, 5.6): "Tue, 02 Jan 2024" and "2024-01-02T10:00:00Z" in a text are the second of
# January 2024, as "2024-01-02" and "January 2, 2024" are.
# Seen: the first is the Tuesday next to now; the second, and "2.1.2024", "1/2/2024" and "January 2024", are none.
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
apt install --yes --download-only --no-install-recommends libdate-extract-perl=0.07-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
TZ=UTC perl - <<'PERL' | tee "$work/seen"
use Date::Extract;
use DateTime;

my $now = DateTime->now;
for my $text (
    '2024-01-02', 'January 2, 2024', '2 January 2024', 'Tue, 02 Jan 2024', '2024-01-02T10:00:00Z', '1/2/2024', 'January 2024') {
    my $date = Date::Extract->new(time_zone => 'UTC')->extract("Sown on $text, reaped later");
    my $near = $date && abs($date->delta_days($now)->in_units('days')) < 8;
    print "$text: ", !$date ? 'nothing' : $near ? 'within a week of now' : $date->ymd, "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
2024-01-02: 2024-01-02
January 2, 2024: 2024-01-02
2 January 2024: 2024-01-02
Tue, 02 Jan 2024: within a week of now
2024-01-02T10:00:00Z: nothing
1/2/2024: nothing
January 2024: nothing
SEEN
echo "as described"
