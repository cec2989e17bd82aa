#!/usr/bin/env bash
# DateTime::Format::Flexible 0.34 (Perl): "Monday 14:00" is today, and "in 3 days" and "next week" are no dates.
#
# Expected (its documentation, "Examples"): "monday" is a Monday, with a time behind it too; what reads "2 days ago"
# and "last friday" reads "in 3 days" and "next week".
# Seen: on Thursday the 15th "monday" is the 19th, "monday 14:00" the 15th, and "Friday 10:30" too; "in 3 days", "next
# week" and "31/12/2024" are refused, while "1/12/2024" is a day of January.
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
apt install --yes --download-only --no-install-recommends libdatetime-format-flexible-perl=0.34-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
TZ=UTC perl - <<'PERL' | tee "$work/seen"
use DateTime::Format::Flexible;

DateTime::Format::Flexible->base(DateTime->new(year => 2024, month => 2, day => 15));
for my $text (
    'monday', 'monday 14:00', 'Friday 10:30', 'monday at 2pm', 'last friday', '2 days ago', 'in 3 days', 'next week', '1/12/2024',
    '31/12/2024') {
    print "$text: ", eval { DateTime::Format::Flexible->parse_datetime($text) } // 'refused', "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
monday: 2024-02-19T00:00:00
monday 14:00: 2024-02-15T14:00:00
Friday 10:30: 2024-02-15T10:30:00
monday at 2pm: 2024-02-19T14:00:00
last friday: 2024-02-09T00:00:00
2 days ago: 2024-02-13T00:00:00
in 3 days: refused
next week: refused
1/12/2024: 2024-01-12T00:00:00
31/12/2024: refused
SEEN
echo "as described"
