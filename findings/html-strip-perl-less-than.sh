#!/usr/bin/env bash
# HTML::Strip 2.10 (Perl): words after "<" are gone up to the next ">", and an emphasis parts its word.
#
# Expected (HTML, 13.2.5.6): "<" before a space or a digit is a sign, as in "1 < 2" or "<3", and browsers show it;
# "in<b>ter</b>nal" is a word.
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
apt install --yes --download-only --no-install-recommends perl libhtml-strip-perl=2.10-2+b3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use HTML::Strip;

for my $html (
    '<p>If 1 < 2 and 3 > 2, sow.</p>',
    '<p>I <3 rye. It is good.</p><p>Mill it.</p>',
    '<p>in<b>ter</b>nal, H<sub>2</sub>O</p>',
    '<p>Write &lt;b&gt; or &amp;lt;b&amp;gt;</p>',
) {
    my $strip = HTML::Strip->new;
    print '[', $strip->parse($html), "]\n";
    $strip->eof;
}
PERL
diff "$work/seen" - <<'SEEN'
[If 1  2, sow.]
[I Mill it.]
[in ter nal, H 2 O]
[Write <b> or &lt;b&gt;]
SEEN
echo "as described"
