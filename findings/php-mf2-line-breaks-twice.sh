#!/usr/bin/env bash
# php-mf2 0.3.0: each line break of an entry is two, and a summary is one line.
#
# Expected (HTML, 12.1.2 and 13.2.6.4.7): a void element has no end tag, and a browser reads "</br>" as one more break;
# the HTML of e-content means what the page means.
# Seen: "a<br>b" is "a<br></br>b", which is shown with an empty line between; "<img …></img>", "<hr></hr>" and
# "<wbr></wbr>" have end tags as well; the paragraphs and items of a summary are parted by a space alone.
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
  php8.2-cli php8.2-mbstring php8.2-xml php-mf2=0.3.0-0.2 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
extensions=()
for extension in dom mbstring intl ctype iconv simplexml xmlreader tokenizer; do
  file=$root/usr/lib/php/20220829/$extension.so
  [ -e "$file" ] && extensions+=(-d "extension=$file")
done
php() {
  "$root/usr/bin/php8.2" -n -d error_reporting=8181 -d date.timezone=UTC -d include_path="$root/usr/share/php" \
    "${extensions[@]}" "$@"
}
php <<'PHP' | tee "$work/seen"
<?php
require 'Mf2/Parser.php';
$page = '<div class="h-entry"><div class="p-summary"><p>Sow</p><ul><li>rye</li><li>oats</li></ul></div>'
    . '<div class="e-content"><p>a<br>b<wbr>c</p><hr><p><img src="/a.png"></p></div></div>';
$entry = Mf2\parse($page, 'https://rye.example/')['items'][0]['properties'];
echo $entry['summary'][0], "\n", $entry['content'][0]['html'], "\n", $entry['content'][0]['value'], "\n";
PHP
diff "$work/seen" - <<'SEEN'
Sow rye oats
<p>a<br></br>b<wbr>c</wbr></p><hr></hr><p><img src="https://rye.example/a.png"></img></p>
a
bc  https://rye.example/a.png
SEEN
echo "as described"
