#!/usr/bin/env bash
# DokuWiki of July 2022: names with two underscores are underlined, two slashes within words begin italics, and "C++"
# and "C#" are one page.
#
# Expected: a mark that stands within a word is a sign of it, as in addresses, which are left alone; an address goes
# on to the end of its brackets; two pages have two names.
#
# Seen: "a//b and c, 10//2024" is in italics from word to word; "snake__case__name" loses its signs; [[C++]] and
# [[C#]] lead to the page "c", the second is shown as "C"; an address ends before "(film)", and a mail address is none
# without angle brackets.
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
  php8.2-cli php8.2-xml php8.2-mbstring php8.2-intl dokuwiki=0.0.20220731.a-2 \
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
cp -rL "$root/usr/share/dokuwiki" wiki 2>/dev/null || true
cp -r "$root"/var/lib/dokuwiki/lib/* wiki/lib/
mkdir -p conf data/{pages,media,attic,meta,cache,locks,index,tmp,log,media_attic,media_meta}
cp "$root"/etc/dokuwiki/*.{conf,php} conf/ 2>/dev/null || true
echo "<?php \$conf['savedir'] = '$work/data';" >conf/local.php
echo "<?php define('DOKU_CONF', '$work/conf/');" >wiki/inc/preload.php
echo '* @ALL 1' >conf/acl.auth.php
touch conf/users.auth.php
grep -rlE '/usr/share/(php|dokuwiki)' wiki --include='*.php' |
  xargs sed -i "s#/usr/share/php#$root/usr/share/php#g; s#/usr/share/dokuwiki#$work/wiki#g"
cd wiki/bin
for text in 'a//b and c, 10//2024' 'snake__case__name' '[[C++]] [[C#]]' 'https://rye.example/mill_(film)' 'ann@mill.example'; do
  echo "$text"
  echo "$text" | php render.php 2>/dev/null | grep -A1 '^<p>' | tail -1 | sed 's/ class="[^"]*"//g'
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
a//b and c, 10//2024
a<em>b and c, 10</em>2024
snake__case__name
snake<em>case</em>name
[[C++]] [[C#]]
<a href="/./doku.php?id=c" title="c" rel="nofollow" data-wiki-id="c">C++</a> <a href="/./doku.php?id=c" title="c" rel="nofollow" data-wiki-id="c">C</a>
https://rye.example/mill_(film)
<a href="https://rye.example/mill_" title="https://rye.example/mill_" rel="ugc nofollow">https://rye.example/mill_</a>(film)
ann@mill.example
ann@mill.example
SEEN
echo "as described"
