#!/usr/bin/env bash
# netscape-bookmark-parser 3.2.0 (PHP), which Shaarli imports with: addresses stay encoded, and a folder "Bread &
# salt" is three tags, one of them "amp".
#
# Expected: the file of bookmarks is HTML: "?a=1&amp;b=2" is the address "?a=1&b=2", "&lt;b&gt;" in a name is "<b>". A
# folder is a tag, or its words are; a tag is written as its author wrote it.
#
# Seen: addresses, names and descriptions keep their entities, so that a link with a query leads elsewhere; the
# entity's name is a tag; tags lose their capitals; what is said about a folder is lost.
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl php-netscape-bookmark-parser=3.2.0-1 \
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
$file = <<<'HTML'
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1700000000">Bread &amp; salt</H3>
    <DD>What we bake with
    <DL><p>
        <DT><A HREF="https://rye.example/?a=1&amp;b=2" TAGS="Emmer,WHO">Use &lt;b&gt; &amp; rye</A>
        <DD>Ann &amp; Bo
    </DL><p>
</DL><p>
HTML;
foreach ((new Shaarli\NetscapeBookmarkParser\NetscapeBookmarkParser())->parseString($file) as $link) {
    echo $link['uri'], "\n", $link['title'], "\n", $link['note'], "\n", implode(', ', $link['tags']), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
https://rye.example/?a=1&amp;b=2
Use &lt;b&gt; &amp; rye
Ann &amp; Bo
bread, amp, salt, emmer, who
SEEN
echo "as described"
