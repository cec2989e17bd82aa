#!/usr/bin/env bash
# HTML::TagFilter 1.03 (Perl): comments and programs become text, and lists lose their numbers.
#
# Expected (HTML, 4.4.5, 4.12.1 and 13.1.6): a filter that takes away what it does not allow takes a comment, a style
# sheet and a program with their words, none of which a page shows; a list that begins with 3 still does.
# Seen: "<!-- draft -->" is shown as text, signs and all; of <script> and <style> the tags go and the words stay;
# "start" is not among the attributes; words of cells and of a summary join. In "mailto:" every sign is encoded, "@"
# too, which RFC 6068 wants as it is.
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
apt install --yes --download-only --no-install-recommends libhtml-tagfilter-perl=1.03-5 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use HTML::TagFilter;

for my $html (
    '<p>Rye</p><!-- draft -->', '<style>p { color: red }</style><p>Rye</p>', '<script>sow()</script><p>Rye</p>',
    '<ol start="3"><li>three</li></ol>', '<table><tr><td>50</td><td>030</td></tr></table>',
    '<details><summary>Mill</summary>Old</details>', '<a href="mailto:ann@rye.example">Ann</a>') {
    print "$html\n  ", HTML::TagFilter->new->filter($html), "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
<p>Rye</p><!-- draft -->
  <p>Rye</p>&lt;!-- draft --&gt;
<style>p { color: red }</style><p>Rye</p>
  p { color: red }<p>Rye</p>
<script>sow()</script><p>Rye</p>
  sow()<p>Rye</p>
<ol start="3"><li>three</li></ol>
  <ol><li>three</li></ol>
<table><tr><td>50</td><td>030</td></tr></table>
  50030
<details><summary>Mill</summary>Old</details>
  MillOld
<a href="mailto:ann@rye.example">Ann</a>
  <a href="mailto:%61%6E%6E%40%72%79%65%2E%65%78%61%6D%70%6C%65">Ann</a>
SEEN
echo "as described"
