#!/usr/bin/env bash
# Doxia 1.12.0 (Java), its reader of TWiki's markup: a term and its definition are a sentence with a "$", "<nop>" is
# shown, and an address takes the full stop of its sentence.
#
# Expected (TWiki, "TWiki Text Formatting"): "   $ Term: definition" is an item of a list of definitions; <nop> keeps a
# word from being a link and is not shown; a full stop ends a sentence.
# Seen: "$ Rye: A grain." is a paragraph, "<nop>RyeBread" shows its tag, "https://rye.example/x." is the link.
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
import org.apache.maven.doxia.module.twiki.TWikiParser;
import org.apache.maven.doxia.module.xhtml5.Xhtml5SinkFactory;
import org.apache.maven.doxia.sink.Sink;

class Rye {
    public static void main(String[] names) throws Exception {
        Sink sink = new Xhtml5SinkFactory().createSink(System.out);
        String text = "See https://rye.example/x. We bake <nop>RyeBread here.\n\n"
            + "   $ Rye: A grain.\n   $ Oats: Food.\n";
        new TWikiParser().parse(new StringReader(text), sink);
        sink.close();
    }
}
JAVA
"$java/bin/java" -cp "$jars/*" Rye.java 2>/dev/null | grep '<p>' | sed '$a\' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>See <a class="externalLink" href="https://rye.example/x.">https://rye.example/x.</a> We bake &lt;nop&gt;RyeBread here.</p>
<p>$ Rye: A grain.    $ Oats: Food.</p></body></html>
SEEN
echo "as described"
