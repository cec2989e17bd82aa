#!/usr/bin/env bash
# Text::Capitalize 1.5 (Perl): a title loses the capitals of its abbreviations, and an address leads elsewhere.
#
# Expected (its documentation; RFC 3986, 6.2.2.1): capitalize_title() makes capitals where a title has them: words
# that have capitals already keep them, and the path of an address tells small letters and capitals apart.
# Seen: "NASA" is "Nasa", "iPhone" "Iphone", "O'Neill's" "O'neill's", and which the two options mend;
# "https://rye.example/a_b" is "Https://Rye.Example/A_b" with them as well.
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
apt install --yes --download-only --no-install-recommends libtext-capitalize-perl=1.5-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Text::Capitalize;

for my $title ("NASA's rye", 'the iPhone', "O'Neill's mill", 'on https://rye.example/a_b', 'the 2nd o\'clock', 'rye vs. oats') {
    print "$title | ", capitalize_title($title), " | ",
        capitalize_title($title, PRESERVE_ALLCAPS => 1, PRESERVE_ANYCAPS => 1), "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
NASA's rye | Nasa's Rye | NASA's Rye
the iPhone | The Iphone | The iPhone
O'Neill's mill | O'neill's Mill | O'Neill's Mill
on https://rye.example/a_b | On Https://Rye.Example/A_b | On Https://Rye.Example/A_b
the 2nd o'clock | The 2nd O'clock | The 2nd O'clock
rye vs. oats | Rye Vs. Oats | Rye Vs. Oats
SEEN
echo "as described"
