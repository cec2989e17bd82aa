#!/usr/bin/env bash
# WordPress 6.1.9: in an excerpt, cells and paragraphs of one line are one word, and words from "<3" to the next ">"
# are gone.
#
# Expected: the excerpt of a post has its words: "50" and "30" of two cells stay two numbers, as do two paragraphs
# that a program wrote without a line end; "<3" begins no tag (HTML, 13.2.5.6).
#
# Seen: wp_trim_words() and wp_strip_all_tags() give "5030", "sowntwo" and "I rye"; the count of words is less.
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
require ABSPATH . 'wp-includes/pomo/translations.php';
require ABSPATH . 'wp-includes/l10n.php';
require ABSPATH . 'wp-includes/functions.php';
require ABSPATH . 'wp-includes/formatting.php';
add_filter('pre_option_blog_charset', fn() => 'UTF-8');
$posts = [
    '<p>Rye is sown</p><p>two times.</p>', '<tr><td>50</td><td>30</td></tr>', '<p>I <3 rye, and 5 > 4.</p>', '<p>One<br>two</p>',
];
foreach ($posts as $post) {
    echo json_encode($post, 64), "\n  ", json_encode([wp_trim_words($post, 10), wp_strip_all_tags($post)], 64), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
"<p>Rye is sown</p><p>two times.</p>"
  ["Rye is sowntwo times.","Rye is sowntwo times."]
"<tr><td>50</td><td>30</td></tr>"
  ["5030","5030"]
"<p>I <3 rye, and 5 > 4.</p>"
  ["I 4.","I  4."]
"<p>One<br>two</p>"
  ["Onetwo","Onetwo"]
SEEN
echo "as described"
