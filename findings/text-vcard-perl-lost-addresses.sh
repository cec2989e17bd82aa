#!/usr/bin/env bash
# Text::vCard 3.09 (Perl): the address of a page is lost where it has a semicolon, and categories become one.
#
# Expected (RFC 2426, 3.6.8 and 3.6.1): the value of URL is an address, in which a semicolon is no separator;
# CATEGORIES is a list parted by commas, and what is written back has the commas that were read.
# Seen: "URL:https://rye.example/?a=1;b=2" is written as "URL:", with a warning; "CATEGORIES:rye,oats" is written as
# "rye\,oats", one category, and a written backslash of a note loses its escape.
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
apt install --yes --download-only --no-install-recommends libtext-vcard-perl=3.09-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl - <<'PERL' 2>&1 | sed 's/ at .* line .*//' | tee "$work/seen"
use Text::vCard::Addressbook;

my $card = <<'VCARD' =~ s/\n/\r\n/gr;
BEGIN:VCARD
VERSION:3.0
N:Mill;Ann;;;
FN:Ann Mill
CATEGORIES:rye,oats
NOTE:C:\\rye\, oats
URL:https://rye.example/?a=1;b=2
END:VCARD
VCARD
my $book = Text::vCard::Addressbook->new({source_text => $card});
print $book->vcards->[0]->as_string =~ s/\r//gr;
PERL
diff "$work/seen" - <<'SEEN'
Data value had 2 elements expecting 1 or less.
BEGIN:VCARD
VERSION:3.0
N:Mill;Ann;;;
FN:Ann Mill
CATEGORIES:rye\,oats
NOTE:C:\rye\, oats
URL:
END:VCARD
SEEN
echo "as described"
