#!/usr/bin/env bash
# Jericho HTML Parser 3.2 (Java): its renderer joins the words of HTML 5's blocks and numbers lists from 1, and its
# formatter changes addresses.
#
# Expected: the renderer shows a page "as a text browser does" (its own comment), so that blocks are apart, as they are
# in its TextExtractor; <ol start=3> begins at 3; a formatter changes white space (HTML, 13.2.5.73: "&copy=" in an
# attribute is no reference).
# Seen: "<section>rye</section><article>oats</article>" is "ryeoats", as are summaries and captions; the numbers are 1
# and 2; "?a=1&copy=2" becomes "?a=1&copy;=2", whose address has a copyright sign.
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
apt install --yes --download-only --no-install-recommends openjdk-17-jre-headless libjericho-html-java=3.2-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
java=$root/usr/lib/jvm/java-17-openjdk-amd64 jars=$root/usr/share/java
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu TZ=UTC
cp "$root/etc/java-17-openjdk/jvm-amd64.cfg" "$java/lib/jvm.cfg.new"
mv "$java/lib/jvm.cfg.new" "$java/lib/jvm.cfg"
cat >Rye.java <<'JAVA'
import net.htmlparser.jericho.Config;
import net.htmlparser.jericho.LoggerProvider;
import net.htmlparser.jericho.Source;
import net.htmlparser.jericho.SourceFormatter;

class Rye {
    public static void main(String[] names) {
        Config.LoggerProvider = LoggerProvider.DISABLED;
        for (String html : new String[] {
            "<section>rye</section><article>oats</article>",
            "<details><summary>rye</summary>oats</details>",
            "<figure>rye<figcaption>oats</figcaption></figure>",
            "<ol start=3><li>rye</li><li>oats</li></ol>",
            "<a href='https://rye.example/?a=1&copy=2'>rye</a>",
        }) {
            Source source = new Source(html);
            System.out.println(html + ": " + source.getRenderer().toString().replaceAll("\\s*\n", "/"));
        }
        Source source = new Source("<a href='https://rye.example/?a=1&copy=2'>rye</a>");
        System.out.println(new SourceFormatter(source).setTidyTags(true).toString().trim());
    }
}
JAVA
"$java/bin/java" -cp "$jars/jericho-html.jar" Rye.java | tr -d '\r' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<section>rye</section><article>oats</article>: ryeoats
<details><summary>rye</summary>oats</details>: ryeoats
<figure>rye<figcaption>oats</figcaption></figure>: ryeoats
<ol start=3><li>rye</li><li>oats</li></ol>:    1. rye/   2. oats
<a href='https://rye.example/?a=1&copy=2'>rye</a>: rye <https://rye.example/?a=1©=2>
<a href="https://rye.example/?a=1&copy;=2">rye</a>
SEEN
echo "as described"
