#!/usr/bin/env bash
# Symfony's String 5.4: the title of "don't" is "Don'T", and two potatoes are "potatos".
#
# Expected: an apostrophe is within a word, so that no capital follows it; words that a space parts stay parted in
# snake case; a plural is the one that dictionaries have.
#
# Seen: title(true) begins a word after the apostrophe; "NASA and iPhone" is "nasa_andi_phone"; the plural of
# "index" is "indicies".
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl php-symfony-string=5.4.53+dfsg-0+deb12u1 \
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
require 'Symfony/Component/String/Resources/functions.php';
foreach (["don't stop", "NASA and iPhone", "rye and oats"] as $text) {
    $string = new Symfony\Component\String\UnicodeString($text);
    echo $text, ' -> ', $string->title(true), ', ', $string->camel(), ', ', $string->snake(), "\n";
}
$inflector = new Symfony\Component\String\Inflector\EnglishInflector();
foreach (['index', 'potato', 'medium', 'page'] as $word) {
    echo $word, ' -> ', implode(', ', $inflector->pluralize($word)), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
don't stop -> Don'T Stop, donTStop, don_t_stop
NASA and iPhone -> NASA And IPhone, NASAAndiPhone, nasa_andi_phone
rye and oats -> Rye And Oats, ryeAndOats, rye_and_oats
index -> indicies, indexes
potato -> potatos
medium -> media
page -> pages
SEEN
echo "as described"
