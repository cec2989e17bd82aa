#!/usr/bin/env bash
# AsciiDoc 10.2.0 (Python, the classic one): a sentence, an item and a cell with a word in braces lose their line.
#
# Expected (Asciidoctor 2.0.18, the same markup: what is no attribute stays as it is written, with a warning if wished):
# "{name}" in a text about templates and addresses is shown, as "{}" and "{ x }" are.
# Seen: of three lines "then mill {name} it." is gone, the item has no words, the first cell is empty, and nothing is
# said of it. Between backticks the braces stay.
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
apt install --yes --download-only --no-install-recommends asciidoc-base=10.2.0-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
mkdir home
ln -s "$root/etc/asciidoc" home/.asciidoc
cat >rye.txt <<'TXT'
We sow
`/rye/{id}` first,
then mill {name} it.

Braces {} and { x } stay.

* item {one} of two
* two

|===
|a {b} cell|c
|===
TXT
export HOME=$work/home PYTHONPATH=$root/usr/lib/python3/dist-packages
python3 -W ignore -m asciidoc -s -b html5 -o rye.html rye.txt 2>log
tr -d '\r' <rye.html | sed -n 's/<[^>]*>/ /g; /[a-z]/p' | grep -v '[=:]' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
  We sow
 /rye/{id}  first,  
  Braces {} and { x } stay.  
two
  c  
SEEN
echo "as described"
