#!/usr/bin/env bash
# HTML::FormatText::WithLinks::AndTables 0.07 (Perl): in a table, each cell has its own list of links, with numbers
# that begin at 1 again.
#
# Expected: the plain text of a page has one list of links at its end, and "[1]" is one address, as it is in
# HTML::FormatText::WithLinks, which this package extends.
# Seen: three links of one page are "[1]", each with another address; the lists stand inside the cells and part the
# rows; the two links outside are [1] and [2] of a fourth list. Struck words (<del>) are lost.
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
apt install --yes --download-only --no-install-recommends libhtml-formattext-withlinks-andtables-perl=0.07-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl - <<'PERL' | sed 's/ *$//' | tee "$work/seen"
use HTML::FormatText::WithLinks::AndTables;

print HTML::FormatText::WithLinks::AndTables->convert(<<'HTML');
<p>Sow <del>oats</del> <a href="https://mill.example/">mill</a>.</p>
<table>
<tr><td><a href="https://rye.example/">rye</a></td><td><a href="https://oats.example/">oats</a></td></tr>
<tr><td>5</td><td>6</td></tr>
</table>
<p>See <a href="https://farm.example/">farm</a>.</p>
HTML
PERL
diff "$work/seen" - <<'SEEN'
   Sow [1]mill.

    [1]rye                      [1]oats



    1. https://rye.example/     1. https://oats.example/

    5                           6

   See [2]farm.



   1. https://mill.example/
   2. https://farm.example/


SEEN
echo "as described"
