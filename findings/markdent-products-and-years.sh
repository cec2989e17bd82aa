#!/usr/bin/env bash
# Markdent 0.40 (Perl): a product is in italics, and "1986. A dry year" is the first item of a list, in GitHub's
# dialect, too.
#
# Expected (CommonMark 6.2 and 5.3; Markdown.pl for the product): "*" between spaces is a sign; a list begins with the
# number that it is given.
# Seen: the numbers of all lists begin with 1, so that the year is nowhere on the page; "_" within a word is emphasis,
# unless the dialect is asked for.
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
apt install --yes --download-only --no-install-recommends perl libmarkdent-perl=0.40-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Markdent::Simple::Fragment;

for my $dialect ('Standard', 'GitHub') {
    for my $text ("2 * 3 * 4 loaves", "1986. A dry year", "3. Mill\n4. Bake\n", "set snake_case_name") {
        my $html = Markdent::Simple::Fragment->new->markdown_to_html(dialects => [$dialect], markdown => $text);
        print $html =~ s/\n//gr, "\n";
    }
}
PERL
diff "$work/seen" - <<'SEEN'
<p>2 <em> 3 </em> 4 loaves</p>
<ol><li>A dry year</li></ol>
<ol><li>Mill</li><li>Bake</li></ol>
<p>set snake<em>case</em>name</p>
<p>2 <em> 3 </em> 4 loaves</p>
<ol><li>A dry year</li></ol>
<ol><li>Mill</li><li>Bake</li></ol>
<p>set snake_case_name</p>
SEEN
echo "as described"
