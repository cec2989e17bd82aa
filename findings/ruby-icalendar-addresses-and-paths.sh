#!/usr/bin/env bash
# icalendar 2.8.0 (Ruby): an address with a comma or a semicolon becomes several, and "\n" of a path a line end.
#
# Expected (RFC 5545, 3.3.13 and 3.3.11): the value of URL is one address as it stands; in a text "\\" is a backslash,
# whatever letter follows it.
# Seen: the address is read as a list, and written with other signs between its parts than it had.
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
apt install --yes --download-only --no-install-recommends ruby ruby-icalendar=2.8.0-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require 'icalendar'
require 'stringio'

calendar = Icalendar::Calendar.parse(<<'ICS'.gsub("\n", "\r\n")).first
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//rye//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20240101T000000Z
DTSTART;VALUE=DATE:20240102
URL:https://rye.example/?days=2,3;mill
SUMMARY:See C:\\new\\rye
END:VEVENT
END:VCALENDAR
ICS
event = calendar.events.first
puts event.url.inspect, event.summary.to_s
puts calendar.to_ical.lines(chomp: true).grep(/URL|SUMMARY/)
RUBY
diff "$work/seen" - <<'SEEN'
[#<URI::HTTPS https://rye.example/?days=2>, #<URI::Generic 3>, #<URI::Generic mill>]
See C:\
ew\rye
SUMMARY:See C:\\\new\\rye
URL:https://rye.example/?days=2,3,mill
SEEN
echo "as described"
