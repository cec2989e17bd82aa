#!/usr/bin/env bash
# Newsboat 2.21: exported subscriptions have no folders and no "text", and name the feed as its site; imported ones
# lose titles, and a link is a feed.
#
# Expected (OPML 2.0): each outline has "text"; "htmlUrl" is the site, which the feed names; tags are folders or
# categories; of what is imported, type="link" is no feed, and a quotation mark in the name of a folder stays one.
# Seen: two tags and a title of one's own give an outline with the title alone. On import, folders become tags, in
# quotation marks that are not escaped, so that the line of a folder with such marks says something else.
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
apt install --yes --download-only --no-install-recommends newsboat=2.21-1.5 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
export LD_LIBRARY_PATH=$LD_LIBRARY_PATH:$root/usr/lib
export HOME=$work
cat >feed.xml <<'XML'
<feed xmlns="http://www.w3.org/2005/Atom"><title>Rye</title><id>tag:r</id><updated>2024-01-02T10:00:00Z</updated>
<link href="https://rye.example/"/></feed>
XML
cat >old.opml <<'OPML'
<opml version="2.0"><head><title>Old</title></head><body><outline text="&quot;New&quot; mills">
<outline type="rss" text="Ann's mill" xmlUrl="https://ann.example/feed"/>
<outline type="link" text="A page" url="https://tom.example/page"/></outline></body></opml>
OPML
: >config
echo "file://$PWD/feed.xml \"~My rye\" mills fields" >urls
newsboat -C config -u urls -c one.db -x reload
{
  newsboat -C config -u urls -c one.db -e | grep '<outline'
  : >new-urls
  newsboat -C config -u new-urls -c two.db -i old.opml >/dev/null
  cat new-urls
} | sed "s|file://$PWD/||g" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
    <outline type="rss" xmlUrl="feed.xml" htmlUrl="feed.xml" title="My rye"/>
https://ann.example/feed ""New" mills"
https://tom.example/page ""New" mills"
SEEN
echo "as described"
