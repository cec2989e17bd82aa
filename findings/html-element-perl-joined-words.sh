#!/usr/bin/env bash
# HTML::Element 5.07 (Perl, of HTML::Tree): as HTML, a paragraph swallows the words after it, and the elements of
# HTML 5 are gone.
#
# Expected: as_HTML writes the tree that was read. It leaves out end tags that may be left out (HTML 4.01: that of a
# paragraph, where a block or nothing follows).
# Seen: of "<p>rye</p>oats" and "<p>rye</p><b>oats</b>" is made "<p>ryeoats", one word of one paragraph, while as_XML
# has the end tag; <audio>, <details> and <time> are dropped with what they say (the file of a sound, a date), and the
# words of a summary join the text after it.
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
apt install --yes --download-only --no-install-recommends libhtml-tree-perl=5.07-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl - <<'PERL' | tee "$work/seen"
use HTML::TreeBuilder;

for my $html (
    '<div><p>rye</p>oats</div>',
    '<div><p>rye</p><b>oats</b></div>',
    '<div><p>Hear <audio src="rye.mp3"></audio> it</p></div>',
    '<div><details><summary>Rye</summary>Grain</details></div>',
    '<div><p>Sown <time datetime="2024-03-05">in spring</time></p></div>',
) {
    my $tree = HTML::TreeBuilder->new_from_content($html);
    print "$html\n  HTML ", $tree->find('div')->as_HTML, "\n  XML ", $tree->find('div')->as_XML;
}
PERL
diff "$work/seen" - <<'SEEN'
<div><p>rye</p>oats</div>
  HTML <div><p>ryeoats</div>
  XML <div><p>rye</p>oats</div>
<div><p>rye</p><b>oats</b></div>
  HTML <div><p>rye<b>oats</b></div>
  XML <div><p>rye</p><b>oats</b></div>
<div><p>Hear <audio src="rye.mp3"></audio> it</p></div>
  HTML <div><p>Hear  it</div>
  XML <div><p>Hear  it</p></div>
<div><details><summary>Rye</summary>Grain</details></div>
  HTML <div>RyeGrain</div>
  XML <div>RyeGrain</div>
<div><p>Sown <time datetime="2024-03-05">in spring</time></p></div>
  HTML <div><p>Sown in spring</div>
  XML <div><p>Sown in spring</p></div>
SEEN
echo "as described"
