#!/usr/bin/env bash
# Biblio::Citation::Parser 1.10 (Perl, its parser Jiao): "Journal of Grain" is "JOURNAL OF GRA", the title of the
# article is lost, and an author is "Van_Der_Berg".
#
# Expected (its manual: it takes a reference apart into the fields of OpenURL): atitle is the title of the article,
# title that of the journal, aulast the name as it is written, and epage the last page, as spage is the first.
# Seen: the journal loses its last two letters, in capitals; "Rye and oats" is in no field where the year stands before
# it; of "45-67" only 45 is left, of two authors one; a book has neither title nor place.
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
apt install --yes --download-only --no-install-recommends libbiblio-citation-parser-perl=1.10+dfsg-4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl - <<'PERL' | tee "$work/seen"
use Biblio::Citation::Parser::Jiao;

for my $reference (
    "Miller, A. and Baker, B. (2024) Rye and oats. Journal of Grain, 12(3), 45-67.",
    'A. Miller, "On Rye," Grain, vol. 12, no. 3, pp. 45-67, 2024.',
    "van der Berg, C. (2019). The mill: a history. Town: Press.") {
    my $fields = Biblio::Citation::Parser::Jiao->new->parse($reference);
    print "$reference\n";
    my @names = grep { /^(a?title|au(first|last)|[se]page|volume|year|publisher)$/ } sort keys %$fields;
    print "  $_: $fields->{$_}\n" for grep { $fields->{$_} } @names;
}
PERL
diff "$work/seen" - <<'SEEN'
Miller, A. and Baker, B. (2024) Rye and oats. Journal of Grain, 12(3), 45-67.
  aufirst: A
  aulast: Miller
  spage: 45
  title: JOURNAL OF GRA
  volume: 12
  year: 2024
A. Miller, "On Rye," Grain, vol. 12, no. 3, pp. 45-67, 2024.
  atitle: On Rye,
  aufirst: A
  aulast: Miller
  spage: 45
  title: GRAIN
  volume: 12
  year: 2024
van der Berg, C. (2019). The mill: a history. Town: Press.
  aufirst: C
  aulast: Van_Der_Berg
  year: 2019
SEEN
echo "as described"
