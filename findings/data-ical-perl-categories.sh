#!/usr/bin/env bash
# Data::ICal 0.24 (Perl): two categories become one with a comma in its name, and an address gets backslashes, once a
# calendar is read and written.
#
# Expected (RFC 5545, 3.8.1.2, 3.3.13 and 3.3.11): commas part categories, unless "\" stands before them; an address
# is written as it is; "\\" in a text is a backslash, whatever letter follows.
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
apt install --yes --download-only --no-install-recommends perl libdata-ical-perl=0.24+dfsg-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Data::ICal;

my $calendar = Data::ICal->new(data => join "\r\n", split /\n/, <<'ICS');
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//rye//EN
BEGIN:VEVENT
UID:1
CATEGORIES:Rye,Mills\, old
URL:https://rye.example/?days=2,3;mill
SUMMARY:See C:\\new\\rye
END:VEVENT
END:VCALENDAR
ICS
print "$_\n" for grep { /CATEGORIES|URL|SUMMARY/ } split /\r?\n/, $calendar->as_string;
PERL
diff "$work/seen" - <<'SEEN'
CATEGORIES:Rye\,Mills\, old
SUMMARY:See C:\new\\rye
URL:https://rye.example/?days=2\,3\;mill
SEEN
echo "as described"
