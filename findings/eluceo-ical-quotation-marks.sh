#!/usr/bin/env bash
# eluceo/ical 0.16.1 (PHP): quotation marks and addresses get backslashes that calendars show, and an event of one day
# lasts two.
#
# Expected (RFC 5545, 3.3.11, 3.3.13 and 3.6.1): only backslashes, commas, semicolons and line ends of a text are
# escaped; an address is not escaped at all; "DTEND" is the day after the last.
#
# Seen: \" is in a summary, which no reader decodes; an address with a comma leads elsewhere; from 2 January to 3
# January is written as until the 4th.
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl php-eluceo-ical=0.16.1-2 \
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
spl_autoload_register(fn($class) => include str_replace('\\', '/', $class) . '.php');
$event = new Eluceo\iCal\Component\Event('rye');
$event->setNoTime(true)->setDtStart(new DateTime('2024-01-02'))->setDtEnd(new DateTime('2024-01-03'));
$event->setSummary('Sow "emmer"')->setUrl('https://rye.example/a,b;c')->setDtStamp(new DateTime('2024-01-01'));
$calendar = new Eluceo\iCal\Component\Calendar('rye');
$calendar->addComponent($event);
foreach (explode("\r\n", $calendar->render()) as $line) {
    if (preg_match('/^(SUMMARY|URL|DTSTART|DTEND)/', $line)) {
        echo $line, "\n";
    }
}
PHP
diff "$work/seen" - <<'SEEN'
DTSTART;VALUE=DATE:20240102
DTEND;VALUE=DATE:20240104
URL:https://rye.example/a\,b\;c
SUMMARY:Sow \"emmer\"
SEEN
echo "as described"
