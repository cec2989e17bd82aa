#!/usr/bin/env bash
# abook 0.6.1: the birthday of a vCard is an anniversary, its organisation is lost, and texts keep their backslashes.
#
# Expected (RFC 2426, 3.1.5, 3.5.5 and 4): BDAY is the day of birth; ORG is what a person belongs to; "\," is a comma
# and "\n" a new line, in other formats as well.
# Seen: "anniversary=1990-05-01" in the book of addresses and in LDIF; no ORG and no TITLE; "Ann Mill\, Jr." and
# "rye\noats" in the book, as CSV and as LDIF.
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
apt install --yes --download-only --no-install-recommends abook=0.6.1-2+b1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cat >rye.vcf <<'VCARD'
BEGIN:VCARD
VERSION:3.0
N:Mill;Ann;;;Jr.
FN:Ann Mill\, Jr.
ORG:The mill
TITLE:Miller
BDAY:1990-05-01
NOTE:rye\noats
END:VCARD
VCARD
sed -i 's/$/\r/' rye.vcf
export HOME=$work LD_LIBRARY_PATH+=:$root/lib/x86_64-linux-gnu
for format in abook csv ldif; do
  abook --convert --informat vcard --infile rye.vcf --outformat "$format" --outfile - </dev/null
done | grep -v '^$' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# abook addressbook file
[format]
program=abook
version=0.6.1
[0]
name=Ann Mill\, Jr.
notes=rye\noats
anniversary=1990-05-01
"Ann Mill\, Jr.","","","rye\noats",""
version: 1
dn: cn=Ann Mill\, Jr.
cn: Ann Mill\, Jr.
description: rye\noats
anniversary: 1990-05-01
objectclass: top
objectclass: person
SEEN
echo "as described"
