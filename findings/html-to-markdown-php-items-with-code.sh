#!/usr/bin/env bash
# league/html-to-markdown 5.1.0 (PHP): code in an item stands in the line of the item, and a title with quotation
# marks makes a picture plain text.
#
# Expected (CommonMark 4.5, 6.1, 6.4 and 6.2): a block of code begins on a line of its own; code that has a backtick
# stands between two; quotation marks in a title are escaped; bold beside italics is still bold.
#
# Seen: "1. Sow:```" opens no block, so that its lines are words and what follows is code; "`a`b`" is code that ends
# early; "**Rye***bread*" shows stars. With strip_tags, cells are one word, and so are a term and what it means.
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl php-league-html-to-markdown=5.1.0-1 \
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
$converter = new League\HTMLToMarkdown\HtmlConverter();
$plain = new League\HTMLToMarkdown\HtmlConverter(['strip_tags' => true]);
$pages = [
    '<ol><li>Sow:<pre><code>sow rye&#10;sow oats</code></pre></li><li>Wait.</li></ol>', '<p><code>a`b</code></p>',
    '<p><img src="rye.png" alt="Rye" title="The &quot;rye&quot;"></p>', '<p><b>Rye</b><i>bread</i></p>',
];
foreach ($pages as $page) {
    echo json_encode($converter->convert($page)), "\n";
}
foreach (['<dl><dt>Rye</dt><dd>A grain</dd></dl>', '<table><tr><td>50</td><td>30</td></tr></table>'] as $page) {
    echo json_encode($plain->convert($page)), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
"1. Sow:```\n    sow rye\n    sow oats\n    ```\n2. Wait."
"`a`b`"
"![Rye](rye.png \"The \"rye\"\")"
"**Rye***bread*"
"RyeA grain"
"5030"
SEEN
echo "as described"
