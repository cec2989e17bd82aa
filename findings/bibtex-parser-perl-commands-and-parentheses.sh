#!/usr/bin/env bash
# BibTeX::Parser 1.03 with LaTeX::ToUnicode 0.11 (Perl): a command sticks to the word it marked, and an entry in
# parentheses is refused.
#
# Expected: cleaned_field is for people (its manual: the value, cleaned of LaTeX); "\emph{May}" is "May", as
# "\textit{May}" is; BibTeX allows "@book(…)" beside "@book{…}".
# Seen: "\emphMay", "\citex" and "\href{https://rye.example/}rye"; "@book(b, …)" has a malformed key; "5\,000" keeps
# its backslash.
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
apt install --yes --download-only --no-install-recommends libbibtex-parser-perl=1.03+dfsg-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
cat >rye.bib <<'BIB'
@misc{a, title = {Rye in \emph{May} and \textit{June}}, note = {See \cite{x}, \href{https://rye.example/}{rye}},
  pages = {5\,000}}
@book(b, title = {Oats})
BIB
perl - <<'PERL' | tee "$work/seen"
use BibTeX::Parser;

open my $file, '<', 'rye.bib';
my $parser = BibTeX::Parser->new($file);
while (my $entry = $parser->next) {
    print $entry->parse_ok ? join("\n", map { $entry->cleaned_field($_) } qw(title note pages)) : $entry->error, "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
Rye in \emphMay and June
See \citex, \href{https://rye.example/}rye
5\,000
Malformed entry (key contains illegal characters) at (b, title = {Oats}) , ignoring
SEEN
echo "as described"
