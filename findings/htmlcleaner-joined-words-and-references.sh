#!/usr/bin/env bash
# HtmlCleaner 2.26 (Java): the text of a page has joined words, and character references as they are written.
#
# Expected: getText is the text that a reader sees: "&lt;" is "<" and "&amp;" is "&"; words of two paragraphs, cells or
# lines are apart; programs and style sheets are no text.
# Seen: "50030" of two cells, "ryeoats" of two paragraphs and of two lines, "&lt;b&gt; &amp; c", and the rules of a
# style sheet before the words.
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
  openjdk-17-jre-headless libhtmlcleaner-java=2.26-1+deb12u1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
java=$root/usr/lib/jvm/java-17-openjdk-amd64 jars=$root/usr/share/java
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu TZ=UTC
cp "$root/etc/java-17-openjdk/jvm-amd64.cfg" "$java/lib/jvm.cfg.new"
mv "$java/lib/jvm.cfg.new" "$java/lib/jvm.cfg"
cat >Rye.java <<'JAVA'
import org.htmlcleaner.HtmlCleaner;

class Rye {
    public static void main(String[] names) {
        for (String html : new String[] {
            "<table><tr><td>50</td><td>030</td></tr></table>",
            "<p>rye</p><p>oats</p>",
            "<p>rye<br>oats</p>",
            "<p>&lt;b&gt; &amp; c &eacute;</p>",
            "<style>p {color: red}</style><p>rye</p>",
        }) {
            System.out.println(html + ": " + new HtmlCleaner().clean(html).getText());
        }
    }
}
JAVA
"$java/bin/java" -cp "$jars/htmlcleaner.jar:$jars/jdom2.jar" Rye.java 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<table><tr><td>50</td><td>030</td></tr></table>: 50030
<p>rye</p><p>oats</p>: ryeoats
<p>rye<br>oats</p>: ryeoats
<p>&lt;b&gt; &amp; c &eacute;</p>: &lt;b&gt; &amp; c &eacute;
<style>p {color: red}</style><p>rye</p>: p {color: red}rye
SEEN
echo "as described"
