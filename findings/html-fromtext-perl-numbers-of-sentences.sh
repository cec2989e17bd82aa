#!/usr/bin/env bash
# HTML::FromText 2.07 (Perl): a sentence that begins with a digit loses it, a product is bold, and "1." begins no
# list.
#
# Expected (RFC 3986, 3.3; the module's documentation): with "numbers" a numbered list is one of HTML, and a sentence
# is a sentence: "5 loaves were sold." keeps its number; "*bold*" is a word between asterisks, so that "5 * 3 * 2" is
# none; an address keeps a bracket that it opens itself.
# Seen: "5 loaves were sold." is a list, shown as "1. loaves were sold."; with two digits it stays a sentence; of "1.
# Sow" no list is made, with "headings" a heading of both items; the product is "<strong> 3 </strong>", and the last
# sign of the address outside.
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
apt install --yes --download-only --no-install-recommends libhtml-fromtext-perl=2.07-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use HTML::FromText;

my %options = (paras => 1, urls => 1, bold => 1, numbers => 1);
for my $text ('5 loaves were sold.', '12 loaves were sold.', "1. Sow\n2. Reap", 'So 5 * 3 * 2 loaves.', 'See https://rye.example/mill_(film).') {
    for my $headings (0, 1) {
        print text2html($text, %options, headings => $headings) =~ s/ class="[^"]*"//gr =~ s/\n+/ /gr, "\n";
    }
}
PERL
diff "$work/seen" - <<'SEEN'
<ol> <li> loaves were sold.</li> </ol> 
<ol> <li> loaves were sold.</li> </ol> 
<p>12 loaves were sold.</p> 
<p>12 loaves were sold.</p> 
<p>1. Sow 2. Reap</p> 
<h1>1. Sow 2. Reap</h1> 
<p>So 5 <strong> 3 </strong> 2 loaves.</p> 
<p>So 5 <strong> 3 </strong> 2 loaves.</p> 
<p>See <a href="https://rye.example/mill_(film">https://rye.example/mill_(film</a>).</p> 
<p>See <a href="https://rye.example/mill_(film">https://rye.example/mill_(film</a>).</p> 
SEEN
echo "as described"
