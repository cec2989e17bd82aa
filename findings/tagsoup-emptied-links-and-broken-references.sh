#!/usr/bin/env bash
# TagSoup 1.2.1 (Java): a link around a heading is empty, with its words behind it, and signs outside the first plane
# become references that no XML parser reads.
#
# Expected (HTML, 4.5.1; XML 1.0, 2.2 and 4.1): <a> may hold headings and paragraphs, as it does in lists of posts; its
# XMLWriter, "a non-validating XML writer", writes well-formed XML: one reference for one sign.
# Seen: "<a href="1.html"><h2>Sow</h2></a>" is a link without words before its heading; a sign of music and an emoji
# are two references each to halves of a sign. A link around a <span> stays.
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
  openjdk-17-jre-headless libtagsoup-java=1.2.1+-1.1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
java=$root/usr/lib/jvm/java-17-openjdk-amd64 jars=$root/usr/share/java
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu TZ=UTC
cp "$root/etc/java-17-openjdk/jvm-amd64.cfg" "$java/lib/jvm.cfg.new"
mv "$java/lib/jvm.cfg.new" "$java/lib/jvm.cfg"
cat >Rye.java <<'JAVA'
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ccil.cowan.tagsoup.Parser;
import org.ccil.cowan.tagsoup.XMLWriter;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class Rye {
    public static void main(String[] names) throws Exception {
        for (String html : new String[] {
            "<a href='1.html'><span>Sow</span></a>",
            "<a href='1.html'><h2>Sow</h2><p>In May.</p></a>",
            "<p>\ud834\udd1e and \ud83c\udf3e</p>",
        }) {
            StringWriter xml = new StringWriter();
            Parser parser = new Parser();
            parser.setContentHandler(new XMLWriter(xml));
            parser.parse(new InputSource(new StringReader(html)));
            System.out.println(xml.toString().replaceAll("(?s).*<body>|</body>.*", ""));
            try {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(
                    new InputSource(new StringReader(xml.toString())));
            } catch (SAXException error) {
                System.out.println("not well-formed");
            }
        }
    }
}
JAVA
"$java/bin/java" -cp "$jars/*" Rye.java 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<a shape="rect" href="1.html"><span>Sow</span></a>
<a shape="rect" href="1.html"></a><h2>Sow</h2><p>In May.</p>
<p>&#55348;&#56606; and &#55356;&#57150;</p>
not well-formed
SEEN
echo "as described"
