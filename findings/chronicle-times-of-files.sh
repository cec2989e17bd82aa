#!/usr/bin/env bash
# Chronicle 4.6 (Perl): the time of a post in its feed is that of its file, and the page of the tag "C#" cannot be
# reached.
#
# Expected: a post of 2 January has one moment in the feed, which a copy of the file does not change; a link to a tag
# is encoded.
# Seen: a date without a time gets the time of day at which the file was last changed, in whatever time zone: saving
# the post, or checking it out elsewhere, moves it, and readers may show it as a changed one. The link to the tag's
# page ends at "#".
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
apt install --yes --download-only --no-install-recommends chronicle=4.6-2.1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
mkdir site
cd site
mkdir blog
printf 'Title: Use <b> in C#\nDate: 2 January 2024\nTags: C#\n\nSow rye.\n' >blog/rye.txt
for build in first second; do
  test "$build" = first && time=10:20:30 || time=11:30:40
  touch -d "2024-01-05 $time UTC" blog/rye.txt
  perl "$root/usr/bin/chronicle" --input=blog --output="$build" --theme-dir="$root/usr/share/chronicle/themes" --theme=default \
    --url-prefix=https://rye.example/ --no-cache --no-calendar --force >/dev/null 2>&1
done
{
  grep -oP '(?<=<pubDate>).*(?=</pubDate>)' first/index.rss second/index.rss
  grep -oh 'href="[^"]*tags/c[^"]*"' first/Use*.html | sort -u
  ls -d first/tags/*
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
first/index.rss:Tue, 2 Jan 2024 10:20:30 GMT
second/index.rss:Tue, 2 Jan 2024 11:30:40 GMT
href="https://rye.example/tags/c#"
first/tags/c#
SEEN
echo "as described"
