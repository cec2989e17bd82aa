#!/usr/bin/env bash
# htmLawed 1.1.20 (PHP), which Drupal, Moodle and others filter with: the words below ruby are gone, lists count from
# 1, and after "<3" tags are shown.
#
# Expected (HTML, 4.5.10, 4.4.5 and 4.11.1): a filter leaves the words of a page: the base of <ruby> is text, "start"
# and "value" say how a list counts; a summary and what it sums up are two things; "<3" begins no tag.
#
# Seen: of <ruby> only the reading is left; "start" and "value" go; a summary joins what follows; the end tag after
# "<3" is text; links by telephone get "denied:" before them.
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
    '<p><ruby>漢<rt>kan</rt></ruby></p>', '<ol start="3"><li>Sow</li><li value="7">Reap</li></ol>',
    '<details><summary>Rye</summary>Sow it.</details>', '<p>I <3 rye</p>', '<a href="tel:+4930123">Call</a>',
];
foreach ($pages as $page) {
    echo "$page\n  ", htmLawed($page, ['safe' => 1]), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
<p><ruby>漢<rt>kan</rt></ruby></p>
  <p><ruby><rt>kan</rt></ruby></p>
<ol start="3"><li>Sow</li><li value="7">Reap</li></ol>
  <ol><li>Sow</li><li>Reap</li></ol>
<details><summary>Rye</summary>Sow it.</details>
  RyeSow it.
<p>I <3 rye</p>
  <p>I &lt;3 rye&lt;/p&gt;</p>
<a href="tel:+4930123">Call</a>
  <a href="denied:tel:+4930123">Call</a>
SEEN
echo "as described"
