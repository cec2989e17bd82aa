#!/usr/bin/env bash
# odt2txt 0.5: words join where a text has several spaces, and deleted words and comments are in it, with who wrote
# them and when.
#
# Expected (OpenDocument 1.3, 6.1.3 and 5.5): <text:s> is a space or several; what was deleted with tracked changes,
# and comments, are no words of the text.
# Seen: "sow   rye" is "sowrye"; the text begins with "Ann2024-01-02T00:00:00" and the deleted words; a comment stands
# in its sentence behind the name of who made it, and a note's number and words join the word before them.
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
apt install --yes --download-only --no-install-recommends odt2txt=0.5-7 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
mkdir -p rye/META-INF
cat >rye/content.xml <<'XML'
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<office:body><office:text><text:tracked-changes><text:changed-region text:id="c"><text:deletion><office:change-info>
<dc:creator>Ann</dc:creator><dc:date>2024-01-02T00:00:00</dc:date></office:change-info><text:p>Not so.</text:p>
</text:deletion></text:changed-region></text:tracked-changes><text:p>We sow<text:s text:c="3"/>rye<text:note text:id="n"
 text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>In fields.</text:p></text:note-body>
</text:note> here<office:annotation><dc:creator>Bob</dc:creator><text:p>Really?</text:p></office:annotation>.<text:change
 text:change-id="c"/></text:p></office:text></office:body></office:document-content>
XML
printf application/vnd.oasis.opendocument.text >rye/mimetype
python3 -c 'import shutil; shutil.make_archive("rye", "zip", "rye")'
mv rye.zip rye.odt
odt2txt.odt2txt rye.odt | cat -s | tee "$work/seen"
diff "$work/seen" - <<'SEEN'

Ann2024-01-02T00:00:00Not so.

We sowrye1In fields.

hereBobReally?

.

SEEN
echo "as described"
