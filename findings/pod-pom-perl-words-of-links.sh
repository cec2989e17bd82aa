#!/usr/bin/env bash
# Pod::POM 2.01 (Perl): as text, a link has its address and no words; as HTML, it has its
# words and no address, and a numbered list begins at 1.
#
# Expected (perlpod): L<text|address> is shown as its text; "=item 3." is number 3 of a list; E<eacute> is a letter.
# Seen: "L<The mill|https://mill.example/>" is "https://mill.example/" in a sentence, and E<eacute> is
# "eacute"; as HTML, the link is "<i>The mill</i>", its address is lost, and "=item 3." is the first of a list.
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
apt install --yes --download-only --no-install-recommends libpod-pom-perl=2.01-4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
cat >rye.pod <<'POD'
=head1 Rye at L<The mill|https://mill.example/>

Sown in caf E<eacute> by L<Ann Mill|https://ann.example/>, see L<the oats|Farm::Oats/Sowing>.

=over

=item 3. Sow

=item 4. Reap

=back
POD
{
  perl -MPod::POM -MPod::POM::View::Text -e 'print Pod::POM::View::Text->print(Pod::POM->new->parse_file("rye.pod"))'
  perl -MPod::POM -MPod::POM::View::HTML -e 'print Pod::POM::View::HTML->print(Pod::POM->new->parse_file("rye.pod"))'
} | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye at https://mill.example/
    Sown in caf eacute by https://ann.example/, see Farm::Oats/Sowing.
    * 3. Sow
    * 4. Reap
<html>
<body bgcolor="#ffffff">
<h1>Rye at <i>The mill</i></h1>
<p>Sown in caf &eacute; by <i>Ann Mill</i>, see <i>the oats</i>.</p>
<ol>
<li><a name="item_Sow"></a><b>Sow</b>
</li>
<li><a name="item_Reap"></a><b>Reap</b>
</li>
</ol>
</body>
</html>
SEEN
echo "as described"
