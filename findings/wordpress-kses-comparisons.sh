#!/usr/bin/env bash
# WordPress 6.1.9: a comment that says "<3" loses the words up to the next ">", and a link of another scheme leads to
# a host of that name.
#
# Expected: a filter of tags leaves words: "<3" begins no tag (HTML, 13.2.5.6). A link whose scheme is not allowed
# leads nowhere.
#
# Seen: wp_kses() takes "<3 rye, and 5 >" away; "gemini://rye.example/" becomes "//rye.example/", which leads to the
# web server of that host; <picture> loses its sources.
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl wordpress=6.1.9+dfsg1-0+deb12u1 \
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
define('ABSPATH', dirname(get_include_path()) . '/wordpress/');
define('WPINC', 'wp-includes');
require ABSPATH . 'wp-includes/plugin.php';
require ABSPATH . 'wp-includes/compat.php';
require ABSPATH . 'wp-includes/functions.php';
require ABSPATH . 'wp-includes/kses.php';
$posts = [
    'I <3 rye, and 5 > 4.', '<a href="gemini://rye.example/sow">Sow</a>',
    '<picture><source srcset="dark.png" media="(prefers-color-scheme: dark)"><img src="rye.png" alt="Rye"></picture>',
];
foreach ($posts as $post) {
    echo $post, "\n  ", wp_kses($post, $allowedposttags, ['http', 'https', 'mailto']), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
I <3 rye, and 5 > 4.
  I  4.
<a href="gemini://rye.example/sow">Sow</a>
  <a href="//rye.example/sow">Sow</a>
<picture><source srcset="dark.png" media="(prefers-color-scheme: dark)"><img src="rye.png" alt="Rye"></picture>
  <img src="rye.png" alt="Rye">
SEEN
echo "as described"
