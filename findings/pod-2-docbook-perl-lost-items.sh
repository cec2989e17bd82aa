#!/usr/bin/env bash
# Pod::2::DocBook 0.03 (Perl): the words of items that stand beside their mark are lost, and the words of a link are its
# address.
#
# Expected (perlpodspec, "=item" and L<text|address>; DocBook 4.2): "=item * Reap" has the word "Reap", as "=item *" has
# the paragraph below it; the address of "the mill" is what stands behind the bar.
# Seen: "Reap" leaves an empty paragraph, "Bake" is gone beside the words below it; <ulink url="the mill">, and the real
# address is nowhere.
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
apt install --yes --download-only --no-install-recommends libpod-2-docbook-perl=0.03-4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
cat >rye.pod <<'POD'
=head1 Rye

See L<the mill|https://rye.example/>.

=over

=item *

Sow

=item * Reap

=back

=over

=item 1.

Mill

=item 2. Bake

in the oven

=back

POD
perl -MPod::2::DocBook -e 'Pod::2::DocBook->new(doctype => "article")->parse_from_file("rye.pod", "-")' |
  sed -n '/<section/,$p' | sed 's/ id="[^"]*"//' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<section><title>Rye</title>
<para>
See <ulink url="the mill">the mill</ulink>.
</para>
<para>
<itemizedlist>
<listitem>
<para>
Sow
</para>
</listitem>
<listitem>
<para></para>
</listitem>
</itemizedlist>
</para>
<para>
<orderedlist numeration="arabic">
<listitem>
<para>
Mill
</para>
</listitem>
<listitem>
<para>
in the oven
</para>
</listitem>
</orderedlist>
</para>
</section>
</article>
SEEN
echo "as described"
