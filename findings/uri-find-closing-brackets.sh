#!/usr/bin/env bash
# URI::Find 20160806 (Perl): "https://rye.example/mill_(film)" before a comma or a full stop loses its ")", and "!"
# belongs to the address before it.
#
# Expected: an address keeps its ")" where a "(" is in it, as in those of Wikipedia, whatever stands after it; a mark
# that ends a sentence is not part of an address.
# Seen: where a comma, a semicolon or a full stop and more words follow, the link leads to another page; where the
# text ends, or a space follows, all is well.
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
apt install --yes --download-only --no-install-recommends perl liburi-find-perl=20160806-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use URI::Find;

for my $text (
    'See https://rye.example/mill_(film), and sow.',
    'See https://rye.example/mill_(film). Then sow.',
    'See https://rye.example/mill_(film) and sow.',
    'See https://rye.example/mill! Then sow.',
) {
    my $copy = $text;
    URI::Find->new(sub { my ($address, $written) = @_; "<a href=\"$address\">$written</a>" })->find(\$copy);
    print "$copy\n";
}
PERL
diff "$work/seen" - <<'SEEN'
See <a href="https://rye.example/mill_(film">https://rye.example/mill_(film</a>), and sow.
See <a href="https://rye.example/mill_(film">https://rye.example/mill_(film</a>). Then sow.
See <a href="https://rye.example/mill_(film)">https://rye.example/mill_(film)</a> and sow.
See <a href="https://rye.example/mill!">https://rye.example/mill!</a> Then sow.
SEEN
echo "as described"
