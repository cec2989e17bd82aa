#!/usr/bin/env bash
# Pod::LaTeX 0.61 (Perl): the address of a link is lost, and one that stands alone is no link.
#
# Expected (perlpodspec, "L<text|address>"): what prints the words of a link says where it leads: as \href, in
# parentheses or in a note, as Pod::Man and Pod::Text of Perl 5.36 do.
# Seen: "the mill" is words in another type, and "https://rye.example/" nowhere; Pod::Text has "<https://rye.example/>"
# behind the words.
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
apt install --yes --download-only --no-install-recommends libpod-latex-perl=0.61-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
printf '%s\n' '=pod' '' 'See L<the mill|https://rye.example/> and L<https://rye.example/bread>.' '' '=cut' >rye.pod
{
  perl -MPod::LaTeX -e '$pod = Pod::LaTeX->new; $pod->AddPreamble(0); $pod->AddPostamble(0);
    $pod->parse_from_file("rye.pod", "-")'
  perl -MPod::Text -e 'Pod::Text->new->parse_from_file("rye.pod", "-")'
} | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
See \textsf{the mill} and \textsf{https://rye.example/bread}.
    See the mill <https://rye.example/> and <https://rye.example/bread>.
SEEN
echo "as described"
