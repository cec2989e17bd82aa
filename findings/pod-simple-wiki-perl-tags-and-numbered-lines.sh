#!/usr/bin/env bash
# Pod::Simple::Wiki 0.20 (Perl): words in angle brackets become tags that nobody sees, a text with "#" is a heading or
# an item, and links of Textile are lost.
#
# Expected (perlpodspec: E<lt> is the sign "<"; MediaWiki, Help:Formatting; CommonMark 2.4 and 6.6): what it writes
# shows the words of the page: signs that mean something are escaped, as it does with "_" and "*" for Markdown.
# Seen: "use <name> here" loses the name in a browser, for Markdown and for MediaWiki; "# 5 of them" is a heading of
# the first level or a numbered item; in code "a_b" has a backslash; "the mill" of Textile is no link.
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
apt install --yes --download-only --no-install-recommends libpod-simple-wiki-perl=0.20-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl - <<'PERL' | tee "$work/seen"
use Pod::Simple::Wiki;

my $pod = "=pod\n\nuse E<lt>nameE<gt> here, see C<a_b> and L<the mill|https://rye.example/>.\n\n# 5 of them\n\n=cut\n";
for my $format (qw(markdown mediawiki textile)) {
    my $parser = Pod::Simple::Wiki->new($format);
    $parser->output_string(\my $text);
    $parser->parse_string_document($pod);
    print "$format: ", $text =~ s/\n+/\n/gr;
}
PERL
diff "$work/seen" - <<'SEEN'
markdown: use <name> here, see `a\_b` and [the mill](https://rye.example/).
# 5 of them
mediawiki: use <name> here, see <tt>a_b</tt> and [https://rye.example/ the mill].
# 5 of them
textile: use <name> here, see @a_b@ and the mill.
# 5 of them
SEEN
echo "as described"
