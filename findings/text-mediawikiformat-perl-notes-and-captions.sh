#!/usr/bin/env bash
# Text::MediawikiFormat 1.04 (Perl): notes show their tags, pictures are links named "thumb", and tables stay source
# text.
#
# Expected (MediaWiki, Help:Images, Help:Tables and Help:Cite): what a wiki page has by MediaWiki's help: <ref> is a
# note and not its tags, "thumb" says how a picture is shown, "{|" begins a table.
# Seen: "<ref>Ann</ref>" is shown with its tags in the sentence; the link of "[[File:mill.png|thumb|The mill]]" reads
# "thumb|The mill"; "{|", "|-" and "||" are words; the letters behind a link, "[[Rye]]s", stand outside of it.
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
apt install --yes --download-only --no-install-recommends libtext-mediawikiformat-perl=1.04-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Text::MediawikiFormat 'wikiformat';

for my $text (
    'Rye.<ref>Ann</ref>', '[[File:mill.png|thumb|The mill]]', "{|\n! Rye\n|-\n| 50 || 30\n|}", '[[Rye]]s') {
    my $copy = $text;
    print "$text\n", map { "  $_\n" } split /\n/, wikiformat($copy);
}
PERL
diff "$work/seen" - <<'SEEN'
Rye.<ref>Ann</ref>
  <p>Rye.&lt;ref&gt;Ann&lt;/ref&gt;</p>
[[File:mill.png|thumb|The mill]]
  <p><a href='File%3Amill.png'>thumb|The mill</a></p>
{|
! Rye
|-
| 50 || 30
|}
  <p>{|
  ! Rye
  |-
  | 50 || 30
  |}</p>
[[Rye]]s
  <p><a href='Rye'>Rye</a>s</p>
SEEN
echo "as described"
