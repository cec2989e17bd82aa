#!/usr/bin/env bash
# ikiwiki 3.20200202.3: code that shows how a link is written shows HTML, and a picture beside the posts is a post of
# the feed.
#
# Expected (Markdown): code is shown as it is; the pages of an inlined list are pages, as the directive's parameter
# "pages" says.
# Seen: links between brackets become HTML before the text is Markdown: `[[wheat]]` shows '<a
# href="../wheat/">wheat</a>', in spans and in blocks, and a link in code counts as one to the page. "posts/*" has the
# picture "mill.png", as an entry without words, dated now.
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
apt install --yes --download-only --no-install-recommends ikiwiki=3.20200202.3-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
mkdir site
cd site
mkdir -p source/posts pages
echo '[[!inline pages="posts/*"]]' >source/index.mdwn
printf '[[!meta date="2024-01-02"]]\nWrite `[[wheat]]`:\n\n    [[wheat]]\n' >source/posts/rye.mdwn
printf '[[!meta date="2024-01-03"]]\nWheat.\n' >source/posts/wheat.mdwn
echo mill >source/posts/mill.png
perl "$root/usr/bin/ikiwiki" source pages --url https://rye.example --rss --wikiname Mill --no-discussion \
  --templatedir "$root/usr/share/ikiwiki/templates" --underlaydir "$root/usr/share/ikiwiki/basewiki" --plugin meta \
  --set libdir="$root" >/dev/null 2>&1
{
  grep -E '<code>' pages/posts/rye/index.html
  grep -oP '(?<=<title>).*(?=</title>)|(?<=<link>).*(?=</link>)' pages/index.rss
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Write <code>&lt;a href="../wheat/"&gt;wheat&lt;/a&gt;</code>:</p>
<pre><code>&lt;a href="../wheat/"&gt;wheat&lt;/a&gt;
Mill
https://rye.example/
mill.png
https://rye.example/posts/mill.png
wheat
https://rye.example/posts/wheat/
rye
https://rye.example/posts/rye/
SEEN
echo "as described"
