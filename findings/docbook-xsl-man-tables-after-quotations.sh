#!/usr/bin/env bash
# DocBook XSL 1.79.2, its manual pages: a table after a quotation is shown as its source, and lists count from 1.
#
# Expected (DocBook 4.5: attribution, startingnumber and numeration; groff_man(7), tbl(1)): a macro begins a line of its
# own; a list that begins with 3 does, and one with loweralpha has letters, as in its HTML.
# Seen: behind the quotation stand ".PP" as words and, in the line of who said it, ".TS", so that "tab(:); l l. T{" is
# text; both lists begin with "1."; the power of "10<superscript>2</superscript>" is a digit of the number.
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
  xsltproc docbook-xsl=1.79.2+dfsg-2 groff-base=1.22.4-10 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu PATH=$root/usr/bin:$PATH
groff=$root/usr/share/groff/1.22.4
export GROFF_BIN_PATH=$root/usr/bin GROFF_FONT_PATH=$groff/font GROFF_TMAC_PATH=$groff/tmac
cat >rye.xml <<'XML'
<refentry><refentryinfo><date>2024</date></refentryinfo>
<refmeta><refentrytitle>rye</refentrytitle><manvolnum>1</manvolnum></refmeta>
<refnamediv><refname>rye</refname><refpurpose>a grain</refpurpose></refnamediv>
<refsect1><title>Description</title>
<para>We have 10<superscript>2</superscript> loaves.</para>
<orderedlist startingnumber="3"><listitem><para>three</para></listitem></orderedlist>
<orderedlist numeration="loweralpha"><listitem><para>first</para></listitem></orderedlist>
<blockquote><attribution>Ann</attribution><para>Sow it.</para></blockquote>
<informaltable><tgroup cols="2"><tbody><row><entry>Monday</entry><entry>15</entry></row></tbody></tgroup>
</informaltable>
</refsect1></refentry>
XML
xsltproc --nonet "$root/usr/share/xml/docbook/stylesheet/docbook-xsl/manpages/docbook.xsl" rye.xml &>log
groff -t -man -Tascii -P-cbou rye.1 | sed -n '/DESC/,/^\[/p' | sed '/^$/d; /^\[/d' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
DESCRIPTION
       We have 102 loaves.
        1. three
        1. first
        .PP Sow it.    --Ann.TS allbox tab(:); l l.  T{ Monday T}:T{ 15 T}
SEEN
echo "as described"
