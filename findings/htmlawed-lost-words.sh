#!/usr/bin/env bash
# htmLawed 1.1.20 (PHP): the words that <ruby> explains are gone, and after "<3" a tag is shown.
#
# Expected (HTML, 4.5.10, 4.11.1 and 13.2.5.6): a filter leaves the words of a page: the base of <ruby> is text; a
# summary and what it sums up are two things; "<3" begins no tag.
#
# Seen: of <ruby> only the reading is left; a summary joins what follows; the end tag after "<3" is text.
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl php-htmlawed=1.1.20-1.1 \
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
require 'php-htmlawed/htmLawed.php';
$pages = [
    '<p><ruby>漢<rt>kan</rt></ruby></p>',
    '<details><summary>Rye</summary>Sow it.</details>', '<p>I <3 rye</p>',
];
foreach ($pages as $page) {
    echo "$page\n  ", htmLawed($page, ['safe' => 1]), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
<p><ruby>漢<rt>kan</rt></ruby></p>
  <p><ruby><rt>kan</rt></ruby></p>
<details><summary>Rye</summary>Sow it.</details>
  RyeSow it.
<p>I <3 rye</p>
  <p>I &lt;3 rye&lt;/p&gt;</p>
SEEN
echo "as described"
