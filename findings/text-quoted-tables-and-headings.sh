#!/usr/bin/env bash
# Text::Quoted 2.10 (Perl): rows of a table and headings of Markdown are the words of another.
#
# Expected: ">" before a line quotes it, and initials with ">" as some programs write them; "#", "|" and "=" begin a
# line of one's own, in mails as in Markdown.
# Seen: lines that begin with any of "!", "#", "%", "=", ":" and "|" are quotations, which a reader folds away and an
# archive shows as somebody else's.
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
apt install --yes --download-only --no-install-recommends perl libtext-quoted-perl=2.10-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Text::Quoted;

my $mail = <<'MAIL';
# Harvest
| Day | Loaf |
| Mon | Rye  |
= 3 loaves
: see below
! wet
% ls
> Who mills it?
I do.
MAIL
for my $part (@{ extract($mail) }) {
    my @lines = ref $part eq 'ARRAY' ? @$part : $part;
    print ref $part eq 'ARRAY' ? 'quoted: ' : 'own: ', join(' / ', map { $_->{raw} =~ s/\n/ \/ /gr } @lines), "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
quoted: # Harvest
quoted: | Day | Loaf | / | Mon | Rye  |
quoted: = 3 loaves
quoted: : see below
quoted: ! wet
quoted: % ls
quoted: > Who mills it?
own: I do.
SEEN
echo "as described"
