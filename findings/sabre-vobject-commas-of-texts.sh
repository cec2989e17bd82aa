#!/usr/bin/env bash
# sabre/vobject 2.1.7 (PHP): commas and semicolons of texts keep their backslashes, which are doubled when it is
# written again.
#
# Expected (RFC 5545, 3.3.11; RFC 6350, 3.4): "\," in SUMMARY, DESCRIPTION, FN and NOTE is a comma, "\;" a semicolon,
# and what is read and written again means the same.
# Seen: the summary is "Sow\, reap\; store", while "\n" is a line break; written again it is "Sow\\, reap\\; store",
# so that readers show a backslash. In CATEGORIES, a list, the comma is right.
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
apt install --yes --download-only --no-install-recommends \
  php8.2-cli php8.2-mbstring php8.2-xml php-sabre-vobject=2.1.7-6.1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
extensions=()
for extension in dom mbstring intl ctype iconv simplexml xmlreader tokenizer; do
  file=$root/usr/lib/php/20220829/$extension.so
  [ -e "$file" ] && extensions+=(-d "extension=$file")
done
php() {
  "$root/usr/bin/php8.2" -n -d error_reporting=8181 -d date.timezone=UTC -d include_path="$root/usr/share/php" \
    "${extensions[@]}" "$@"
}
php <<'PHP' | tee "$work/seen"
<?php
require 'Sabre/VObject/autoload.php';
$lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:rye', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20240101T000000Z', 'DTSTART:20240102T100000Z',
    'SUMMARY:Sow\, reap\; store', 'DESCRIPTION:One\nTwo\, three', 'CATEGORIES:oats\, rye,mill', 'END:VEVENT', 'END:VCALENDAR'];
$calendar = Sabre\VObject\Reader::read(implode("\r\n", $lines) . "\r\n");
echo json_encode([(string) $calendar->VEVENT->SUMMARY, (string) $calendar->VEVENT->DESCRIPTION, $calendar->VEVENT->CATEGORIES->getParts()]), "\n";
echo implode("\n", preg_grep('/SUMMARY|DESC|CATEG/', explode("\r\n", $calendar->serialize()))), "\n";
PHP
diff "$work/seen" - <<'SEEN'
["Sow\\, reap\\; store","One\nTwo\\, three",["oats, rye","mill"]]
SUMMARY:Sow\\, reap\\; store
DESCRIPTION:One\nTwo\\, three
CATEGORIES:oats\, rye,mill
SEEN
echo "as described"
