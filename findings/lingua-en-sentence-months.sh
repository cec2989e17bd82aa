#!/usr/bin/env bash
# Lingua::EN::Sentence 0.33 (Perl): a sentence that ends with "May" or with a quotation does not end.
#
# Expected: "May." at the end of a sentence is the month, not short for anything; a typographic quotation mark closes
# a sentence as a straight one does; the number of an item belongs to it.
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
apt install --yes --download-only --no-install-recommends perl liblingua-en-sentence-perl=0.33-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use utf8;
use Lingua::EN::Sentence qw(get_sentences);

for my $text (
    'It ended in May. In June it rained.',
    'He said “Sow.” She milled. He said "Bake." She left.',
    'See https://rye.example/a. Then go.',
    'No… Yes! It works. i think.',
    "1. Sow rye.\n2. Mill it.",
) {
    print join(' | ', @{ get_sentences($text) }), "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
It ended in May. In June it rained.
He said “Sow.” She milled. | He said "Bake." | She left.
See https://rye.example/a. Then go.
No… Yes! | It works. | i think.
1. | Sow rye. | 2. Mill it.
SEEN
echo "as described"
