#!/usr/bin/env bash
# Roundcube 1.6.5 (PHP webmail, its plain text of mails): sections, terms and summaries are one word, "&euro;" is
# "EUR", and numbered lists have stars.
#
# Expected (HTML, 4.3.3, 4.4.5, 4.4.9 and 4.11.1): the plain text of a mail, which is sent beside the HTML, has a line
# for each block, the numbers of its list, and in UTF-8 the signs that are written.
# Seen: "Sow", "Reap" of two <section> and what follows them are one word, so are a term and what it means; the words
# after </div> join it; "&euro;" is three letters, while "&hearts;" is a heart and "€" stays; a heading
# in capitals has "SS" for "ß".
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
apt install --yes --download-only --no-install-recommends php8.2-cli php8.2-mbstring php8.2-xml 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
apt download roundcube-core=1.6.5+dfsg-1+deb12u14
dpkg -x roundcube-core*.deb root
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
extensions=()
for extension in ctype mbstring dom iconv xml; do
  extensions+=(-d "extension=$root/usr/lib/php/20220829/$extension.so")
done
export ROUNDCUBE=$root/usr/share/roundcube/program/lib/Roundcube
"$root/usr/bin/php8.2" -n -d error_reporting=0 "${extensions[@]}" <<'PHP' | tee "$work/seen"
<?php
spl_autoload_register(fn($class) => is_file($file = getenv('ROUNDCUBE') . "/$class.php") && include $file);
include getenv('ROUNDCUBE') . '/bootstrap.php';
foreach ([
    '<section>Sow</section><section>Reap</section><details><summary>More</summary>inside</details>',
    '<dl><dt>Rye</dt><dd>Grain</dd></dl>',
    '<div>one</div>two',
    '<ol start="3"><li>three</li><li>four</li></ol>',
    '<p>&euro;5 &hearts; €5</p><h2>Straße</h2>',
] as $html) {
    $converter = new rcube_html2text($html, false, rcube_html2text::LINKS_NONE, 75);
    echo preg_replace('/\s*\n\s*/', "\n", $converter->get_text()), "\n";
}
PHP
diff "$work/seen" - <<'SEEN'
SowReapMoreinside
RyeGrain
onetwo
	* three
* four

EUR5 ♥ €5
STRASSE

SEEN
echo "as described"
