#!/usr/bin/env bash
# Parsedown 1.7.4 (PHP): code within an item is a paragraph, of two links side by side one is left, and "2 * 3 * 4" is
# in italics.
#
# Expected (CommonMark 5.2, 6.3, 6.2 and 5.3): code that is indented within an item is code; "[Rye] [Oats]" is two
# links, as no space may stand between the parts of one; a star between spaces is a star; only a list that begins with
# 1 may interrupt a paragraph.
#
# Seen: the code loses its lines and its signs are Markdown; the first name becomes a link to what the second names;
# an address in angle brackets is no link; a line that begins with a year is a list; "C#" loses its sign in a heading;
# an address ends at a bracket.
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl php-parsedown=1.7.4-1 \
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
require 'Parsedown/autoload.php';
$texts = [
    "- Sow:\n\n      sow *rye*\n      sow *oats*", "See [Rye] [Oats].\n\n[Rye]: /rye\n[Oats]: /oats",
    "See [Rye](<my rye.html>).", "2 * 3 * 4",
    "It was in\n1986. A dry year.", "# C#", "https://rye.example/mill_(film)",
];
foreach ($texts as $text) {
    echo json_encode($text, 64), "\n  ", str_replace("\n", "⏎", (new Parsedown())->text($text)), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
"- Sow:\n\n      sow *rye*\n      sow *oats*"
  <ul>⏎<li>⏎<p>Sow:</p>⏎<p>sow <em>rye</em>⏎sow <em>oats</em></p>⏎</li>⏎</ul>
"See [Rye] [Oats].\n\n[Rye]: /rye\n[Oats]: /oats"
  <p>See <a href="/oats">Rye</a>.</p>
"See [Rye](<my rye.html>)."
  <p>See [Rye](<my rye.html>).</p>
"2 * 3 * 4"
  <p>2 <em> 3 </em> 4</p>
"It was in\n1986. A dry year."
  <p>It was in</p>⏎<ol start="1986">⏎<li>A dry year.</li>⏎</ol>
"# C#"
  <h1>C</h1>
"https://rye.example/mill_(film)"
  <p><a href="https://rye.example/mill_(film">https://rye.example/mill_(film</a>)</p>
SEEN
echo "as described"
