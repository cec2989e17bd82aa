#!/usr/bin/env bash
# ROME 1.12.2 (Java): what it writes has white space within the words of XHTML, and a dc:date hides the date of RSS.
#
# Expected (XML 1.0, 2.10; RSS 2.0): a feed that was read and is written again has the same text; pubDate is the date
# of an item, and author and category are its own where elements of Dublin Core stand beside them.
# Seen: "un<b>known</b>" is written on three lines, so that it is two words, within "pre" too; the label of a category,
# the address of a text that stands elsewhere, and xml:base are lost, while the links stay relative; the date is that of
# dc:date, the category of RSS is dropped beside a dc:subject, and a guid that is a link says that it is none.
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
apt install --yes --download-only --no-install-recommends openjdk-17-jre-headless librome-java=1.12.2-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
java=$root/usr/lib/jvm/java-17-openjdk-amd64 jars=$root/usr/share/java
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu TZ=UTC
cp "$root/etc/java-17-openjdk/jvm-amd64.cfg" "$java/lib/jvm.cfg.new"
mv "$java/lib/jvm.cfg.new" "$java/lib/jvm.cfg"
cat >Rye.java <<'JAVA'
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.SyndFeedOutput;
import java.io.File;

class Rye {
    public static void main(String[] names) throws Exception {
        SyndFeed atom = new SyndFeedInput().build(new File("rye.atom"));
        System.out.println(new SyndFeedOutput().outputString(atom));
        SyndFeed rss = new SyndFeedInput().build(new File("rye.rss"));
        for (SyndEntry entry : rss.getEntries()) {
            System.out.println(entry.getPublishedDate() + " " + entry.getAuthor() + " " + entry.getCategories().size());
        }
        System.out.println(new SyndFeedOutput().outputString(rss));
    }
}
JAVA
cat >rye.atom <<'XML'
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://rye.example/notes/"><title>Rye</title><id>urn:rye</id>
<updated>2024-03-05T10:00:00Z</updated><entry><title>One</title><id>urn:1</id><updated>2024-03-05T10:00:00Z</updated>
<link href="1.html"/><category term="rye" label="The rye"/><content type="xhtml"><div
xmlns="http://www.w3.org/1999/xhtml"><p>An un<b>known</b> rye</p><pre>a <b>b</b>c</pre></div></content></entry>
<entry><title>Two</title><id>urn:2</id><updated>2024-03-05T10:00:00Z</updated><link href="2.html"/><summary>S</summary>
<content type="application/pdf" src="https://rye.example/2.pdf"/></entry></feed>
XML
cat >rye.rss <<'XML'
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Rye</title>
<link>https://rye.example/</link><description>Grain</description><item><title>Three</title>
<guid>https://rye.example/3</guid><author>ann@rye.example</author><category>farm</category>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><dc:date>2023-01-01</dc:date><dc:creator>Ben</dc:creator>
<dc:subject>mill</dc:subject></item></channel></rss>
XML
"$java/bin/java" -cp "$jars/rome.jar:$jars/rome-utils.jar:$jars/jdom2.jar:$jars/slf4j-api.jar" Rye.java 2>/dev/null |
  sed -n '/<entry>/,$p' | tr -d '\r' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
  <entry>
    <title>One</title>
    <link rel="alternate" href="1.html" />
    <category term="rye" />
    <author>
      <name />
    </author>
    <id>urn:1</id>
    <updated>2024-03-05T10:00:00Z</updated>
    <content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml">
        <p>
          An un
          <b>known</b>
          rye
        </p>
        <pre>
          a
          <b>b</b>
          c
        </pre>
      </div>
    </content>
  </entry>
  <entry>
    <title>Two</title>
    <link rel="alternate" href="2.html" />
    <author>
      <name />
    </author>
    <id>urn:2</id>
    <updated>2024-03-05T10:00:00Z</updated>
    <content type="application/pdf" />
    <summary>S</summary>
  </entry>
</feed>

Sun Jan 01 00:00:00 UTC 2023 Ben 1
<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
  <channel>
    <title>Rye</title>
    <link>https://rye.example/</link>
    <description>Grain</description>
    <item>
      <title>Three</title>
      <link>https://rye.example/3</link>
      <category>farm</category>
      <pubDate>Sun, 01 Jan 2023 00:00:00 GMT</pubDate>
      <guid isPermaLink="false">https://rye.example/3</guid>
      <dc:creator>Ben</dc:creator>
      <dc:creator>ann@rye.example</dc:creator>
      <dc:subject>mill</dc:subject>
      <dc:date>2023-01-01T00:00:00Z</dc:date>
    </item>
  </channel>
</rss>

SEEN
echo "as described"
