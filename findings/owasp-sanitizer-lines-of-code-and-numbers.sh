#!/usr/bin/env bash
# OWASP Java HTML Sanitizer 20191001.1: with all its ready policies, code loses its lines, cells their span, lists their
# numbers, and blocks are joined.
#
# Expected (its Sanitizers: BLOCKS, FORMATTING, TABLES, LINKS, IMAGES): a text of blocks, tables, links and pictures
# keeps its shape; what is not allowed leaves its words apart.
# Seen: <pre> is gone, so that its lines are one; colspan and start are gone; "ryeoats" of a summary or a figure and the
# text after it; a quotation has no marks; a note's link stays, and the id that it leads to does not.
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
  openjdk-17-jre-headless libowasp-java-html-sanitizer-java=20191001.1-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
java=$root/usr/lib/jvm/java-17-openjdk-amd64 jars=$root/usr/share/java
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu TZ=UTC
cp "$root/etc/java-17-openjdk/jvm-amd64.cfg" "$java/lib/jvm.cfg.new"
mv "$java/lib/jvm.cfg.new" "$java/lib/jvm.cfg"
cat >Rye.java <<'JAVA'
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

class Rye {
    public static void main(String[] names) {
        PolicyFactory all = Sanitizers.FORMATTING.and(Sanitizers.BLOCKS).and(Sanitizers.TABLES)
            .and(Sanitizers.LINKS).and(Sanitizers.IMAGES).and(Sanitizers.STYLES);
        for (String html : new String[] {
            "<pre>a\n  b</pre>",
            "<table><tr><td colspan=2>rye</td></tr></table>",
            "<ol start=3><li>three</li></ol>",
            "<details><summary>rye</summary>oats</details>",
            "<figure><img src='https://rye.example/a.png' alt='Rye'><figcaption>rye</figcaption></figure>oats",
            "<p>Ann said <q>rye</q><a href='#n1'>1</a></p><p id=n1>A note</p>",
        }) {
            System.out.println(html + "\n  " + all.sanitize(html));
        }
    }
}
JAVA
"$java/bin/java" -cp "$jars/owasp-java-html-sanitizer.jar:$jars/guava.jar" Rye.java 2>/dev/null |
  tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<pre>a
  b</pre>
  a
  b
<table><tr><td colspan=2>rye</td></tr></table>
  <table><tbody><tr><td>rye</td></tr></tbody></table>
<ol start=3><li>three</li></ol>
  <ol><li>three</li></ol>
<details><summary>rye</summary>oats</details>
  ryeoats
<figure><img src='https://rye.example/a.png' alt='Rye'><figcaption>rye</figcaption></figure>oats
  <img src="https://rye.example/a.png" alt="Rye" />ryeoats
<p>Ann said <q>rye</q><a href='#n1'>1</a></p><p id=n1>A note</p>
  <p>Ann said rye<a href="#n1" rel="nofollow">1</a></p><p>A note</p>
SEEN
echo "as described"
