#!/usr/bin/env bash
# Doxia 1.12.0 (Java, Maven's sites), its reader of Confluence's markup: "5-6" is "56", "C++ and D++" is "C and D", and
# a name with underscores loses them.
#
# Expected (Confluence, "Text Effects" and "Images"): "-", "+" and "_" mark words only where they stand at the beginning
# and the end of words, as "-old-" does; "!a.jpg|alt=A field!" is a picture, within a sentence too.
# Seen: numbers, names of languages and of files lose their signs within words; the source of the picture is shown, and
# what was struck out is as what was not. A line that begins with "bq." is no quotation.
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
apt install --yes --download-only --no-install-recommends openjdk-17-jre-headless libdoxia-java=1.12.0-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
java=$root/usr/lib/jvm/java-17-openjdk-amd64 jars=$root/usr/share/java
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu TZ=UTC
cp "$root/etc/java-17-openjdk/jvm-amd64.cfg" "$java/lib/jvm.cfg.new"
mv "$java/lib/jvm.cfg.new" "$java/lib/jvm.cfg"
cat >Rye.java <<'JAVA'
import java.io.StringReader;
import org.apache.maven.doxia.module.confluence.ConfluenceParser;
import org.apache.maven.doxia.module.xhtml5.Xhtml5SinkFactory;
import org.apache.maven.doxia.sink.Sink;

class Rye {
    public static void main(String[] names) throws Exception {
        Sink sink = new Xhtml5SinkFactory().createSink(System.out);
        String text = "We sow 5-6 kg, C++ and D++, see snake_case_word.\n\n"
            + "The -old- mill !a.jpg|alt=A field! is here.\n\nbq. A quotation\n";
        new ConfluenceParser().parse(new StringReader(text), sink);
        sink.close();
    }
}
JAVA
"$java/bin/java" -cp "$jars/*" Rye.java 2>/dev/null | grep '<p>' | sed '$a\' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>We sow 56 kg, C and D, see snake<i>case</i>word.</p>
<p>The old mill !a.jpg|alt=A field! is here.</p>
<p>bq. A quotation</p></body></html>
SEEN
echo "as described"
