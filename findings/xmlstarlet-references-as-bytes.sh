#!/usr/bin/env bash
# XMLStarlet 1.6.1: unescaped references are broken bytes, and references of HTML stay.
#
# Expected (XML 1.0, 4.1; Unicode, 3.9 (UTF-8)): "xml unesc" turns back what "xml esc" makes: "é", written as
# "&#xE9;", is "é" again, in UTF-8 as all that it reads.
# Seen: "&#xE9;" is the byte E9 alone, which is no UTF-8, and "&#8212;" stays, with the error that the name of the
# entity is too long, as does "&eacute;" of HTML; "&lt;" is right.
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
apt install --yes --download-only --no-install-recommends xmlstarlet=1.6.1-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
{
  xmlstarlet esc 'café' | od -A n -c
  for text in '&#xE9;' '&#233;' '&#8212;' '&lt;' '&eacute;'; do
    echo "$text: $(xmlstarlet unesc "$text" 2>"$work/log" | od -A n -t x1 | tr -d '\n')"
  done
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
   c   a   f   &   #   x   E   9   ;  \n
&#xE9;:  e9
&#233;:  e9
&#8212;:  26 23 38 32 31 32 3b
&lt;:  3c
&eacute;:  26 65 61 63 75 74 65 3b
SEEN
echo "as described"
