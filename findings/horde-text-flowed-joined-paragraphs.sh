#!/usr/bin/env bash
# Horde_Text_Flowed 2.0 (PHP), which Horde's webmail uses: paragraphs are joined where a line ends with a space.
#
# Expected (RFC 3676, 4.1 and 4.4): an empty line is a fixed line and ends a paragraph, whatever the line before it
# ends with; a mail that is sent as flowed text and is read again has its paragraphs.
# Seen: of "Sow rye. ", an empty line and "Reap." is made one line, in a quotation as well; without the space they are
# two paragraphs.
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
  php8.2-cli php8.2-mbstring php8.2-xml php-horde-text-flowed=2.0.4-3 \
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
spl_autoload_register(fn($class) => include str_replace(['\\', '_'], '/', $class) . '.php');
foreach (["Sow rye.\n\nReap.", "Sow rye. \n\nReap.", "> Sow rye. \n>\n> Reap.", "Sow \nrye.", "-- \nAnn"] as $text) {
    $flowed = new Horde_Text_Flowed($text, 'UTF-8');
    echo json_encode($text), ' ', json_encode($flowed->toFixed(false)), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
"Sow rye.\n\nReap." "Sow rye.\n\nReap."
"Sow rye. \n\nReap." "Sow rye. Reap."
"> Sow rye. \n>\n> Reap." ">Sow rye. Reap."
"Sow \nrye." "Sow rye."
"-- \nAnn" "-- \nAnn"
SEEN
echo "as described"
