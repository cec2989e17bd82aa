#!/usr/bin/env bash
# Chronic 0.10.5 (Ruby): "May 2019" is the 16th of that month, "2019" is 20:19 today, and the date of a mail or a feed
# is none.
#
# Expected: a month with a year is its first day, or cannot be read; a year alone is no time of day; "Tue, 02 Jan 2024
# 10:00:00 +0200", as RSS and mails have it, is a date.
# Seen: a month is given by its middle; five o'clock with a date of long ago is in the afternoon.
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
apt install --yes --download-only --no-install-recommends ruby ruby-chronic=0.10.5-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
ruby=$root/usr/lib/ruby libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export RUBYLIB=$ruby/vendor_ruby:$libraries/ruby/vendor_ruby/3.1.0:$ruby/3.1.0:$libraries/ruby/3.1.0
gems=rubygems-integration
export GEM_PATH=$ruby/gems/3.1.0:$root/usr/share/$gems/all:$root/usr/share/$gems/3.1.0:$libraries/$gems/3.1.0
ruby -W0 -Ku - <<'RUBY' | tee "$work/seen"
require 'chronic'

now = Time.utc(2024, 3, 15, 12)
Chronic.time_class = Time
[
  'May 2019', 'Sep 1995', '2019', '2024-01-02', 'Tue, 02 Jan 2024 10:00:00 +0200', '20240102', 'May 27 1979 5:00'
].each { |text| puts "#{text}: #{Chronic.parse(text, now: now).inspect}" }
RUBY
diff "$work/seen" - <<'SEEN'
May 2019: 2019-05-16 12:00:00 +0000
Sep 1995: 1995-09-16 00:00:00 +0000
2019: 2024-03-15 20:19:00 +0000
2024-01-02: 2024-01-02 12:00:00 +0000
Tue, 02 Jan 2024 10:00:00 +0200: nil
20240102: nil
May 27 1979 5:00: 1979-05-27 17:00:00 +0000
SEEN
echo "as described"
