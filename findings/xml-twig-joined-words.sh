#!/usr/bin/env bash
# XML::Twig 3.52 and its xml_grep (Perl): words in two elements, on two lines, are one word.
#
# Expected (XML 1.0, 2.10): white space between the elements of a text is a part of it; xml_grep --text_only gives the
# text of an element, as it does where the words stand on one line.
# Seen: a line end between two elements is dropped, so that "<b>Rye</b>",
# a new line and "<i>oats</i>" are "Ryeoats", in the text and in what is written back; so it is further on in a
# paragraph. xml:space="preserve" keeps them apart.
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
apt install --yes --download-only --no-install-recommends xml-twig-tools=1:3.52-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
cat >rye.xml <<'XML'
<feed><p><b>Rye</b>
<i>oats</i></p><p>Sow <b>rye</b>
<i>oats</i></p><p xml:space="preserve"><b>Rye</b>
<i>oats</i></p></feed>
XML
{
  perl "$root/usr/bin/xml_grep" --text_only p rye.xml
  perl -MXML::Twig -e 'XML::Twig->new->parsefile("rye.xml")->print'
  echo
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Ryeoats
Sow ryeoats
Rye
oats
<feed><p><b>Rye</b><i>oats</i></p><p>Sow <b>rye</b><i>oats</i></p><p xml:space="preserve"><b>Rye</b>
<i>oats</i></p></feed>
SEEN
echo "as described"
