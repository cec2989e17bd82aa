#!/usr/bin/env bash
# HTML::WikiConverter 0.68 (Perl): two paragraphs of an item are one word, and struck words a paragraph of their own.
#
# Expected: words of different blocks stay apart, and those of one sentence together, in Markdown, MediaWiki's and
# DokuWiki's markup.
# Seen: "<p>sow</p><p>reap</p>" in an item is "sowreap" for both wikis, and in a quotation for DokuWiki; a term joins
# its explanation in Markdown and for DokuWiki. <del> in a sentence begins a paragraph for the wikis, and is no more
# struck in Markdown; <q> loses its marks; a list that begins with 3 begins with 1.
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
apt install --yes --download-only --no-install-recommends \
  libhtml-wikiconverter-markdown-perl=0.06-3 libhtml-wikiconverter-mediawiki-perl=0.59-3 libhtml-wikiconverter-dokuwiki-perl=0.53-2.1 libhtml-wikiconverter-perl=0.68-4 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use HTML::WikiConverter;

for my $html (
    '<ul><li><p>sow</p><p>reap</p></li></ul>', '<blockquote><p>sow</p><p>reap</p></blockquote>',
        '<dl><dt>Rye</dt><dd>grain</dd></dl>',
    '<p>Sow <del>oats</del> or <q>rye</q></p>', '<ol start="3"><li>three</li></ol>') {
    print "$html\n";
    for my $dialect (qw(Markdown MediaWiki DokuWiki)) {
        my $text = HTML::WikiConverter->new(dialect => $dialect)->html2wiki($html);
        print "  $dialect: ", $text =~ s/\n/\\n/gr, "\n";
    }
}
PERL
diff "$work/seen" - <<'SEEN'
<ul><li><p>sow</p><p>reap</p></li></ul>
  Markdown: * sow    reap
  MediaWiki: * sowreap
  DokuWiki:   * sowreap
<blockquote><p>sow</p><p>reap</p></blockquote>
  Markdown: > sow\n>\n> reap
  MediaWiki: <blockquote>\n\nsow\n\nreap\n\n</blockquote>
  DokuWiki: > sowreap
<dl><dt>Rye</dt><dd>grain</dd></dl>
  Markdown: Ryegrain
  MediaWiki: ; Rye\n: grain
  DokuWiki: Ryegrain
<p>Sow <del>oats</del> or <q>rye</q></p>
  Markdown: Sow oats or rye
  MediaWiki: Sow\n\n<del>oats</del>\n\nor rye
  DokuWiki: Sow\n\n<del>oats</del>\n\nor rye
<ol start="3"><li>three</li></ol>
  Markdown: 1. three
  MediaWiki: # three
  DokuWiki:   - three
SEEN
echo "as described"
