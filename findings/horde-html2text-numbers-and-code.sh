#!/usr/bin/env bash
# Horde_Text_Filter 2.3.7 (PHP), which Horde's webmail uses: as plain text, numbered lists are bulleted, code is one
# line, and style sheets are words.
#
# Expected: the text of a mail shows what the mail shows: numbers, lines of <pre>, quotation marks of <q>; style
# sheets and programs are no text.
#
# Seen: "3." is "*", lines of code are joined by spaces, the words of <style> and <script> run into each other, and
# <q> is plain.
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl php-horde-text-filter=2.3.7-1 \
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
$pages = [
    '<ol start="3"><li>Sow</li><li>Reap</li></ol>', "<pre>sow rye\n  sow oats</pre>",
    '<style>p { color: red }</style><script>sow()</script><p>Rye</p>', '<p>The <q>poor</q> bread.</p>',
];
foreach ($pages as $page) {
    echo "$page\n  ", json_encode(Horde_Text_Filter::filter($page, 'Html2text', ['charset' => 'UTF-8'])), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
<ol start="3"><li>Sow</li><li>Reap</li></ol>
  "  * Sow\n  * Reap"
<pre>sow rye
  sow oats</pre>
  "sow rye   sow oats"
<style>p { color: red }</style><script>sow()</script><p>Rye</p>
  "p { color: red }sow()\nRye"
<p>The <q>poor</q> bread.</p>
  "The poor bread."
SEEN
echo "as described"
