#!/usr/bin/env bash
# league/commonmark 2.3.9 (PHP): notes in sentences keep their signs and end at the first bracket, and a link of one
# letter is a task.
#
# Expected (its documentation, "Footnote"; GFM 0.29, "Task list items"; CommonMark 0.30, 6.3): a note in a sentence,
# "^[...]", is Markdown as a note at the end of the page is; a task's mark has a space behind it.
# Seen: "^[See *Rye*.]" shows the asterisks, and "^[see [here](/mill)]" ends at the first bracket; "- [x](/mill)" is a
# task with "(/mill)", not a link.
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
  php8.2-cli php8.2-xml php8.2-mbstring php-league-commonmark=2.3.9-1+deb12u1 \
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
require 'League/CommonMark/autoload.php';
use League\CommonMark\Environment\Environment;
use League\CommonMark\Extension;
use League\CommonMark\MarkdownConverter;

$environment = new Environment();
$environment->addExtension(new Extension\CommonMark\CommonMarkCoreExtension());
$environment->addExtension(new Extension\Footnote\FootnoteExtension());
$environment->addExtension(new Extension\TaskList\TaskListExtension());
$converter = new MarkdownConverter($environment);
foreach (["Rye^[See *Rye*.]", "Rye^[see [here](/mill)]", "Rye[^1]\n\n[^1]: See *Rye*.", "- [x](/mill)"] as $text) {
    $html = str_replace("\n", ' ', (string) $converter->convert($text));
    $html = preg_replace('/ (role|rev|class)="[^"]*"/', '', $html);
    echo str_replace("\n", '\n', $text), "\n  $html\n";
}
PHP
diff "$work/seen" - <<'SEEN'
Rye^[See *Rye*.]
  <p>Rye<sup id="fnref:see-rye"><a href="#fn:see-rye">1</a></sup></p> <div><hr /><ol><li id="fn:see-rye"><p>See *Rye*.&nbsp;<a href="#fnref:see-rye">↩</a></p></li></ol></div> 
Rye^[see [here](/mill)]
  <p>Rye<sup id="fnref:see-here"><a href="#fn:see-here">1</a></sup>(/mill)]</p> <div><hr /><ol><li id="fn:see-here"><p>see [here&nbsp;<a href="#fnref:see-here">↩</a></p></li></ol></div> 
Rye[^1]\n\n[^1]: See *Rye*.
  <p>Rye<sup id="fnref:1"><a href="#fn:1">1</a></sup></p> <div><hr /><ol><li id="fn:1"><p>See <em>Rye</em>.&nbsp;<a href="#fnref:1">↩</a></p></li></ol></div> 
- [x](/mill)
  <ul> <li><input checked="" disabled="" type="checkbox">(/mill)</li> </ul> 
SEEN
echo "as described"
