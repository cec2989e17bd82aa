#!/usr/bin/env bash
# GNU Texinfo 6.8, makeinfo --docbook: a caption and its number are gone, a picture has no description, and a list
# begins at 1.
#
# Expected (its manual, "@float", "@image" and "@enumerate"; DocBook 4.2: title, textobject, startingnumber): what
# --html and --plaintext show of the same file is in DocBook too, which has an element for each.
# Seen: a float is an anchor and a paragraph, without its caption and "Figure 1"; the description "A field of rye" is
# nowhere; the list of 3 and 4 counts from 1. HTML has them all.
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
apt install --yes --download-only --no-install-recommends texinfo=6.8-6+b1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/share/texinfo
export TEXINFO_XS=omit
cat >rye.texi <<'TEXI'
\input texinfo
@settitle Rye
@node Top
@top Rye
@enumerate 3
@item three
@item four
@end enumerate
@image{field,,,A field of rye,.jpg}
@float Figure,mill
The mill.
@caption{In May}
@end float
See @ref{mill}.
@bye
TEXI
for format in html docbook; do
  perl -I"$libraries" -I"$root/usr/share/perl5" -I"$root/usr/lib/x86_64-linux-gnu/perl5/5.36" \
    -I"$libraries/lib/libintl-perl/lib" -I"$libraries/lib/Unicode-EastAsianWidth/lib" \
    -I"$libraries/lib/Text-Unidecode/lib" "$root/usr/bin/texi2any" --$format --no-split --output rye.$format rye.texi \
    2>/dev/null
  sed -n '/<ol/,/^<hr>/p; /<orderedlist/,/chapter/p' rye.$format
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<ol start="3">
<li> three
</li><li> four
</li></ol>
<img src="field.jpg" alt="A field of rye">
<div class="float"><span id="mill"></span>
<p>The mill.
</p>
<div class="float-caption"><p><strong>Figure 1: </strong>In May</p></div></div><p>See <a href="#mill">Figure 1</a>.
</p><hr></div>



</body>
</html>
<orderedlist numeration="arabic"><listitem><para>three
</para></listitem><listitem><para>four
</para></listitem></orderedlist><informalfigure><mediaobject><imageobject><imagedata fileref="field.jpg" format="JPG"></imagedata></imageobject></mediaobject></informalfigure>
<anchor id="mill"/>
<para>The mill.
</para>
<para>See <link linkend="mill">mill</link>.
</para></chapter>
SEEN
echo "as described"
