#!/usr/bin/env bash
# sfeed 1.7: a feed that it reads and writes has other ids, entries without a date are from now, and one tag of
# several is left.
#
# Expected: sfeed keeps an entry's id in a field of its own, and sfeed_atom writes it as the id, so that readers know
# the entry again.
# Seen: the id of an entry with a link is the link. An entry without a date has the time of writing, a new one each
# time. The second author is not read, the second tag not written, and "&lt;" in a text of type "xhtml" becomes a bare
# "<" in HTML.
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
apt install --yes --download-only --no-install-recommends sfeed=1.7-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
cat >rye.xml <<'XML'
<feed xmlns="http://www.w3.org/2005/Atom"><title>Rye</title><id>tag:rye</id><updated>2024-01-02T10:00:00Z</updated>
<entry><title>Sow</title><id>tag:rye,1</id><link href="https://rye.example/1"/><updated>2024-01-02T10:00:00Z</updated>
<author><name>Ann</name></author><author><name>Bob</name></author><category term="rye"/><category term="mill"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Write &lt;b> for bold.</div></content></entry>
</feed>
XML
cat >old.xml <<'XML'
<rss version="2.0"><channel><title>Rye</title><item><title>Reap</title><link>https://rye.example/2</link></item></channel></rss>
XML
sfeed https://rye.example/ <rye.xml >rye
sfeed https://rye.example/ <old.xml >old
{
  cut -f 6,7,9 rye
  sfeed_atom rye | grep -E '<(id>https|name>A|category|content)' | tr -d '\t'
  sfeed_atom old | grep -A 9 '<entry>' | grep -c "<updated>$(date -u +%Y)-" | sed 's/^/entries from this year: /'
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
tag:rye,1	Ann	rye|mill
<id>https://rye.example/1</id>
<author><name>Ann</name></author>
<content type="html">&lt;div xmlns=&quot;http://www.w3.org/1999/xhtml&quot;&gt;Write &lt;b&gt; for bold.&lt;/div&gt;</content>
<category term="rye" />
entries from this year: 1
SEEN
echo "as described"
