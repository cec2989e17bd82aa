#!/usr/bin/env bash
# Text::MultiMarkdown 1.000035 (Perl): a post that begins with an address or with "Note:" is no paragraph, and the
# address is broken.
#
# Expected: metadata are lines of a key and a value before the text; a sentence that begins with an address has no
# key, and neither has "Note: sow rye early, if the autumn is dry. It often is."
# Seen: whatever has a colon in its first line is metadata: "https://rye.example" is shown as "https: //rye.example",
# with no paragraph around it. A bar in code parts the cells of a table, "# C#" is "C", and "<x y>" is no address of a
# link.
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
apt install --yes --download-only --no-install-recommends libtext-multimarkdown-perl=1.000035-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Text::MultiMarkdown;

for my $text (
    "https://rye.example tells\nof rye.\n\nNext.", "Note: sow rye early, if the autumn is dry. It often is.\n\nNext.",
    "| a | b |\n|---|---|\n| `x|y` | z |", "# C#", "[rye](<rye bread.html>)") {
    my $html = Text::MultiMarkdown->new(heading_ids => 0)->markdown($text);
    print map { s/\s*\n\s*/\\n/gr } $text, " is ", $html =~ s/\s+$//r;
    print "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
https://rye.example tells\nof rye.\nNext. is https: //rye.example tells<br />\nof rye.<br />\n<p>Next.</p>
Note: sow rye early, if the autumn is dry. It often is.\nNext. is Note: sow rye early, if the autumn is dry. It often is.<br />\n<p>Next.</p>
| a | b |\n|---|---|\n| `x|y` | z | is <table>\n<col />\n<col />\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>`x</td>\n<td>y`</td>\n<td>z</td>\n</tr>\n</tbody>\n</table>
# C# is <h1>C</h1>
[rye](<rye bread.html>) is <p>[rye](<rye bread.html>)</p>
SEEN
echo "as described"
