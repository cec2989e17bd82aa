#!/usr/bin/env bash
# Lingua::Sentence 1.1 (Perl): a wrapped line is a sentence, and so are numbers of figures, items and days.
#
# Expected (Unicode Standard Annex 29, 5; its documentation): a line break within a paragraph is a space, as in mails
# and Markdown; "Fig. 3", "Jan. 5" and "p. 7" are no ends, as "No. 5" is none for it.
# Seen: "Sow the\nrye." is two sentences; "See Fig. 3." ends after "Fig.", "Born Jan. 5." after "Jan."; the marks "1."
# and "2." of items are sentences; "iPhones sell." belongs to the sentence before it.
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
apt install --yes --download-only --no-install-recommends liblingua-sentence-perl=1.100-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Lingua::Sentence;

my $splitter = Lingua::Sentence->new('en');
for my $text (
    "Sow the\nrye. Then reap.", 'No. 5 is big. So it is.', 'See Fig. 3. Then go.', 'See p. 7. Then go.', 'Born Jan. 5. It snowed.',
    '1. Sow. 2. Reap.', 'It rained. iPhones sell.', 'The end.[1] It goes on.') {
    print join(' | ', $splitter->split_array($text)), "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
Sow the | rye. | Then reap.
No. 5 is big. | So it is.
See Fig. | 3. | Then go.
See p. | 7. | Then go.
Born Jan. | 5. | It snowed.
1. | Sow. | 2. | Reap.
It rained. iPhones sell.
The end.[1] It goes on.
SEEN
echo "as described"
