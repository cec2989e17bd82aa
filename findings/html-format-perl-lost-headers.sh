#!/usr/bin/env bash
# HTML::FormatMarkdown and HTML::FormatText 2.16 (Perl): the first head of a table is lost, and so are struck words.
#
# Expected: a page as Markdown or text has all its words, those of different blocks apart; signs that mean something
# in Markdown are escaped.
# Seen: of two cells of a table's head the first is "**" in Markdown, without its words; words in <del> are gone; a
# summary joins the text below it. "1986. A year", "# no", "<b>" and "2 * 3 * 4" are written as they are, and mean
# something else. Numbers of lists stay.
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
apt install --yes --download-only --no-install-recommends libhtml-format-perl=2.16-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use HTML::FormatMarkdown;
use HTML::FormatText;

for my $html (
    '<table><tr><th>rye</th><th>oats</th></tr><tr><td>1</td><td>2</td></tr></table>',
    '<p>Sow <del>oats</del> rye</p>', '<details><summary>Rye</summary>Grain</details>',
    '<p>1986. A year</p>', '<p># no</p>', '<p>Use &lt;b&gt; and 2 * 3 * 4</p>', '<ol start="3"><li>three</li></ol>') {
    my ($markdown, $text) = (HTML::FormatMarkdown->format_string($html), HTML::FormatText->format_string($html,
        leftmargin => 0));
    print "$html\n", map { s/\s*\n\s*/\\n/gr . "\n" } "  Markdown: $markdown", "  text: $text";
}
PERL
diff "$work/seen" - <<'SEEN'
<table><tr><th>rye</th><th>oats</th></tr><tr><td>1</td><td>2</td></tr></table>
  Markdown: **\n**oats**\n1\n2\n
  text: rye\noats\n1\n2\n
<p>Sow <del>oats</del> rye</p>
  Markdown: Sow rye\n
  text: Sow rye\n
<details><summary>Rye</summary>Grain</details>
  Markdown: RyeGrain\n
  text: RyeGrain\n
<p>1986. A year</p>
  Markdown: 1986. A year\n
  text: 1986. A year\n
<p># no</p>
  Markdown: # no\n
  text: # no\n
<p>Use &lt;b&gt; and 2 * 3 * 4</p>
  Markdown: Use <b> and 2 * 3 * 4\n
  text: Use <b> and 2 * 3 * 4\n
<ol start="3"><li>three</li></ol>
  Markdown:   3. three\n
  text:   3. three\n
SEEN
echo "as described"
