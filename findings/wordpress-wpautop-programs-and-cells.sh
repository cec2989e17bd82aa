#!/usr/bin/env bash
# WordPress 6.1.9: an empty line in a program breaks the program, and one in a cell, a caption or an item leaves tags
# without a partner.
#
# Expected: wpautop() makes paragraphs of the text between blank lines; a program stays as it is, as <pre> does, and
# what it opens it closes.
#
# Seen: "</p>" and "<p>" stand in the program, which a browser does not run then; a cell ends a paragraph that nobody
# began.
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
require ABSPATH . 'wp-includes/formatting.php';
$posts = [
    "<pre>sow\n\nreap</pre>", "<script>\nsow();\n\nreap();\n</script>",
    "<table>\n<tr><td>Sow\n\nReap</td></tr>\n</table>",
    "<figure>\n<img src=\"rye.png\">\n<figcaption>Rye\n\nin May</figcaption></figure>",
    "<ul>\n<li>Sow\n\nReap</li>\n</ul>",
];
foreach ($posts as $post) {
    echo json_encode($post, 64), "\n  ", json_encode(wpautop($post), 64), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
"<pre>sow\n\nreap</pre>"
  "<pre>sow\n\nreap</pre>\n"
"<script>\nsow();\n\nreap();\n</script>"
  "<p><script>\nsow();</p>\n<p>reap();\n</script></p>\n"
"<table>\n<tr><td>Sow\n\nReap</td></tr>\n</table>"
  "<table>\n<tr>\n<td>Sow</p>\n<p>Reap</td>\n</tr>\n</table>\n"
"<figure>\n<img src=\"rye.png\">\n<figcaption>Rye\n\nin May</figcaption></figure>"
  "<figure>\n<img src=\"rye.png\"><figcaption>Rye</p>\n<p>in May</figcaption></figure>\n"
"<ul>\n<li>Sow\n\nReap</li>\n</ul>"
  "<ul>\n<li>Sow\n<p>Reap</li>\n</ul>\n"
SEEN
echo "as described"
