#!/usr/bin/env bash
# css-to-inline-styles 2.2.6 (PHP), which Laravel's mails use: "!important" loses against a style of the element, and
# a ";" in quotation marks ends a rule.
#
# Expected (CSS Cascade, 6.4; CSS Syntax, 4.3.5): a declaration with "!important" in a style sheet wins over one
# without it in the attribute "style"; a semicolon within quotation marks is part of the text.
#
# Seen: the paragraph stays red; the name of a font is cut within its quotation marks, which leaves an attribute that
# is no CSS.
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl php-tijsverkoyen-css-to-inline-styles=2.2.6-1 \
  php-symfony-css-selector=5.4.53+dfsg-0+deb12u1 \
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
$pages = [
    ['<p style="color: red">Rye</p>', 'p { color: blue !important }'],
    ['<p>Rye</p>', "p { font-family: 'Rye; Bold', serif }"],
    ['<p>Rye</p>', "p { quotes: '(;' ';)'; color: blue }"],
];
foreach ($pages as [$page, $style]) {
    $html = (new TijsVerkoyen\CssToInlineStyles\CssToInlineStyles())->convert($page, $style);
    preg_match('/<p.*p>/', $html, $paragraph);
    echo "$style\n  $paragraph[0]\n";
}
PHP
diff "$work/seen" - <<'SEEN'
p { color: blue !important }
  <p style="color: red;">Rye</p>
p { font-family: 'Rye; Bold', serif }
  <p style="font-family: 'Rye;">Rye</p>
p { quotes: '(;' ';)'; color: blue }
  <p style="quotes: '(; color: blue;">Rye</p>
SEEN
echo "as described"
