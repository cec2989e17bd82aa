#!/usr/bin/env bash
# Text::Textile 2.13 (Perl): an address with parentheses is cut, and words between percent signs get an attribute that
# HTML does not have there, and an address in a sentence gets other letters.
#
# Expected (Textile): "words":address ends at white space, and a parenthesis that the address opened belongs to it;
# %words% is a span; an address is no place for a copyright sign.
# Seen: of "https://rye.example/a_(b)" the link ends before "(b)"; %rye% is <span cite="http://">;
# "https://rye.example/a(c)b" has a "©" in it.
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
apt install --yes --download-only --no-install-recommends libtext-textile-perl=2.13-4 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl - <<'PERL' | tee "$work/seen"
use Text::Textile;

for my $text ('See "the rye":https://rye.example/a_(b) now.', 'Sow %rye% now', 'See https://rye.example/a(c)b now') {
    print Text::Textile->new->process($text), "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
<p>See <a href="https://rye.example/a_">the rye</a>(b) now.</p>
<p>Sow <span cite="http://">rye</span> now</p>
<p>See https://rye.example/a&#169;b now</p>
SEEN
echo "as described"
