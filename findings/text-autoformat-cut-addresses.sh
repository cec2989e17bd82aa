#!/usr/bin/env bash
# Text::Autoformat 1.75 (Perl): an address longer than a line gets a hyphen and is cut in two, and the lines of a poem
# join.
#
# Expected: a formatter of plain text and mails leaves a word whole that is longer than a line, as the programs fmt
# and par do; an address with one more hyphen leads elsewhere.
# Seen: "line/-" ends the first line, and "of/text/here" begins the next one. Short lines, and fields such as "Name:
# Ann", are one paragraph; so are two quoted lines.
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
apt install --yes --download-only --no-install-recommends libtext-autoformat-perl=1.750000-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Text::Autoformat;

for my $text (
    "See https://rye.example/a/very/long/address/that/is/longer/than/a/line/of/text/here\n",
    "Rye is tall,\nwheat is not.\n", "Name: Ann\nAge: 5\n", "> Sow rye.\n> Or oats.\n\nYes.\n") {
    print autoformat($text, { all => 1 });
}
PERL
diff "$work/seen" - <<'SEEN'
See https://rye.example/a/very/long/address/that/is/longer/than/a/line/-
of/text/here
Rye is tall, wheat is not.
Name: Ann Age: 5
> Sow rye. Or oats.

Yes.
SEEN
echo "as described"
