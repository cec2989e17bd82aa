#!/usr/bin/env bash
# Text::WikiCreole 0.07 (Perl): bulleted items after numbered ones are numbered, and a quotation mark ends a picture's
# description.
#
# Expected (Creole 1.0): "*" begins a bulleted item, also after "##"; "#" in a list of "*" a numbered one; the text of
# a picture may hold any sign, which HTML escapes; "<b>" is text.
# Seen: after a nested item "* oats" is an item of the numbered list; a nested list stands between items in place of
# within one. alt="the "old" mill" ends after "the "; "<b>" is a tag, so that the rest of a page is bold.
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
apt install --yes --download-only --no-install-recommends libtext-wikicreole-perl=0.07-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
perl -Mutf8 -CSD - <<'PERL' | tee "$work/seen"
use Text::WikiCreole qw(creole_parse);

for my $text ("# sow\n## rye\n* oats", "{{mill.svg|the \"old\" mill}}", "Write <b> for bold.", "2 ** 3 is 8.") {
    print $text =~ s/\n/\\n/gr, " is ", creole_parse($text) =~ s/\s*\n\s*//gr, "\n";
}
PERL
diff "$work/seen" - <<'SEEN'
# sow\n## rye\n* oats is <ol><li>sow</li><ol><li>rye</li></ol><li>oats</li></ol>
{{mill.svg|the "old" mill}} is <p><img src="mill.svg" alt="the "old" mill" /></p>
Write <b> for bold. is <p>Write <b> for bold.</p>
2 ** 3 is 8. is <p>2 <strong> 3 is 8.</strong></p>
SEEN
echo "as described"
