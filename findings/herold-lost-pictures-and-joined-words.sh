#!/usr/bin/env bash
# herold 8.0.1 (Java, HTML to DocBook): pictures lose their descriptions, quoted words join those beside them, and
# lists count from 1.
#
# Expected (DocBook 5.1: textobject, quote, startingnumber; HTML, 4.3, 4.5.8 and 4.8.4): the description of a picture
# is a <textobject>, <q> a <quote>, the caption the title of its figure, and what are blocks in HTML are paragraphs.
# Seen: no description; "code", "quoted" and "old" are one word without quotation marks; the list has no
# startingnumber; a section, a summary and what follows it are one paragraph with the words before them.
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
apt install --yes --download-only --no-install-recommends openjdk-17-jre-headless herold=8.0.1-1.1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
java=$root/usr/lib/jvm/java-17-openjdk-amd64
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cp "$root/etc/java-17-openjdk/jvm-amd64.cfg" "$java/lib/jvm.cfg.new"
mv "$java/lib/jvm.cfg.new" "$java/lib/jvm.cfg"
cat >rye.html <<'HTML'
<!DOCTYPE html>
<html><head><title>Rye</title></head><body><h1>Rye</h1>
<p>The <code>code</code> <q>quoted</q> <del>old</del> word.</p>
<ol start="3"><li>three</li><li>four</li></ol>
<figure><img src="a.jpg" alt="A field"><figcaption>In May</figcaption></figure>
<div>loose words <section><p>in a section</p></section></div>
<details><summary>More</summary>inside</details>
</body></html>
HTML
"$java/bin/java" -Dherold.home="$root/usr/share/herold" -cp "$root/usr/share/java/*" org.dbdoclet.herold.Herold \
  --in rye.html --out rye.xml --profile "$root/usr/share/herold/profiles/default.her" &>log
sed -n '/<section>/,$p' rye.xml | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
  <section>
    <title>Rye</title>
    <para>The <literal>code</literal>quotedold word.</para>
    <orderedlist>
      <listitem>
        <para> three</para>
      </listitem>
      <listitem>
        <para> four</para>
      </listitem>
    </orderedlist>
    <informalfigure>
      <mediaobject>
        <imageobject role="html">
          <imagedata fileref="./a.jpg" format="JPG" scalefit="1"/>
        </imageobject>
        <imageobject role="fo">
          <imagedata contentdepth="100%" fileref="./a.jpg" format="JPG" scalefit="1" width="100%"/>
        </imageobject>
      </mediaobject>
    </informalfigure>
    <para>In May</para>
    <para>loose words  in a sectionMoreinside</para>
  </section>
  <index/>
</article>
SEEN
echo "as described"
