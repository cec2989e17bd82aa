#!/usr/bin/env bash
# Pod::Markdown 3.300 (Perl): items that begin with a sign become headings, quotations and lists.
#
# Expected (CommonMark 0.31.2, 4.2, 5.1 and 5.2; perlpod): signs that mean something at the start of a line are
# escaped in items as they are in paragraphs ("\#", "\+", "1986\.").
# Seen: "=item * # rye" is "- # rye", a heading of the first level in the list, "+ oats" a list in it, "> mill" a
# quotation, and the year begins a list from 1986; as paragraphs all are escaped.
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
apt install --yes --download-only --no-install-recommends libpod-markdown-perl=3.300000-2 cmark=0.30.2-6 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' >rye.md
use Pod::Markdown;

my @signs = ('# rye', '+ oats', '> mill', '1986. A year');
my $text = "=encoding utf8\n\n" . join("\n\n", @signs, '=over 4', map({ "=item *\n\n$_" } @signs), '=back', "=cut\n");
my $parser = Pod::Markdown->new;
$parser->output_string(\my $markdown);
$parser->parse_string_document($text);
print $markdown;
PERL
{
  cat rye.md
  cmark rye.md
} | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
\# rye
\+ oats
\> mill
1986\. A year
- # rye
- + oats
- > mill
- 1986. A year
<p># rye</p>
<p>+ oats</p>
<p>&gt; mill</p>
<p>1986. A year</p>
<ul>
<li>
<h1>rye</h1>
</li>
<li>
<ul>
<li>oats</li>
</ul>
</li>
<li>
<blockquote>
<p>mill</p>
</blockquote>
</li>
<li>
<ol start="1986">
<li>A year</li>
</ol>
</li>
</ul>
SEEN
echo "as described"
