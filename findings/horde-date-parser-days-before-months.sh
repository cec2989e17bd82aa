#!/usr/bin/env bash
# Horde_Date_Parser 2.0.7 (PHP): "12 October" is the first of October, a year is a time of today, and "May 2019" is
# the 16th.
#
# Expected: a day before the name of a month is that day, as "October 12" is; what cannot be read is no date.
#
# Seen: the day is dropped without a word; 2019 is 20:19 today, and so is the year of a date with a week; a month
# alone is its middle.
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl php-horde-date-parser=2.0.7-2 php-horde-date=2.4.1-9 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
extensions=()
for extension in dom mbstring intl ctype iconv; do
  extensions+=(-d "extension=$root/usr/lib/php/20220829/$extension.so")
done
php() {
  "$root/usr/bin/php8.2" -n -d error_reporting=8181 -d date.timezone=UTC -d include_path="$root/usr/share/php" \
    "${extensions[@]}" "$@"
}
php <<'PHP' | tee "$work/seen"
<?php
spl_autoload_register(fn($class) => include str_replace(['\\', '_'], '/', $class) . '.php');
$parser = new Horde_Date_Parser_Locale_Base(['now' => new Horde_Date('2024-07-15 10:30:00')]);
foreach (['October 12', '12 October', '12 October 2024', '5 May', '2019', '2024-W03', 'May 2019'] as $text) {
    echo $text, ' -> ', $parser->parse($text) ?: 'none', "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
October 12 -> 2024-10-12 12:00:00
12 October -> 2024-10-01 12:00:00
12 October 2024 -> 2024-10-12 12:00:00
5 May -> 2025-05-01 17:00:00
2019 -> 2024-07-15 20:19:00
2024-W03 -> 2024-07-15 20:24:00
May 2019 -> 2019-05-16 12:00:00
SEEN
echo "as described"
