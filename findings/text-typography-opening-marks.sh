#!/usr/bin/env bash
# Text::Typography 0.01 (Perl): a quotation that begins with an emphasis or a link begins with a closing mark.
#
# Expected: '"<b>Rye</b>" grows' has an opening mark before its first word and a closing one after it, as with
# smartypants 2.0.2 for Python; "'98" has an apostrophe.
# Seen: the mark before a tag is a closing one, and for Text::Typography so is one at the very start of a text. "'98"
# begins with an opening mark, an address in the text gets a dash for its two hyphens.
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
apt install --yes --download-only --no-install-recommends libtext-typography-perl=0.01-5 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Text::Typography qw(typography);

for my $text ('"Rye" grows', 'So "rye" grows', 'So "<b>rye</b>" grows', "In '98", 'See https://rye.example/a--b') {
    print "$text: ", typography($text) =~ s/&#(\d+);/chr $1/ger, "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
"Rye" grows: ”Rye” grows
So "rye" grows: So “rye” grows
So "<b>rye</b>" grows: So ”<b>rye</b>” grows
In '98: In ‘98
See https://rye.example/a--b: See https://rye.example/a—b
SEEN
echo "as described"
