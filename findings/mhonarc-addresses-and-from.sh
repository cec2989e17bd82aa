#!/usr/bin/env bash
# MHonArc 2.6.19: an address ends before its parenthesis, and in a flowed mail a sentence that begins with "From"
# becomes a quotation.
#
# Expected (RFC 3986): "(" and ")" are signs of an address, as in those of Wikipedia; ">From" is how a mailbox writes
# "From" at the start of a line, and MHonArc's pages of plain mails show it so.
# Seen: "https://rye.example/mill_(film)" leads to "https://rye.example/mill_"; in a mail with "format=flowed", as
# Thunderbird and Apple's Mail send them, "From here on" stands in a quotation, as if somebody else had said it.
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
apt install --yes --download-only --no-install-recommends mhonarc=2.6.19-2.2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
mkdir site
cd site
for format in fixed flowed; do
  mkdir "$format"
  {
    printf 'From ann@rye.example Tue Jan  2 10:00:00 2024\nFrom: ann@rye.example\nSubject: Mill\n'
    printf 'Content-Type: text/plain; charset=utf-8; format=%s\n\n' "$format"
    printf 'See https://rye.example/mill_(film).\n\n>From here on it is quiet.\n'
  } >"$format.mbox"
  perl -I "$root/usr/share/mhonarc" "$root/usr/bin/mhonarc" -quiet -outdir "$format" "$format.mbox"
  echo "$format"
  grep -oP '(?<=href=")https[^"]*|<blockquote|^.*From here.*' "$format/msg00000.html"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
fixed
https://rye.example/mill_
&gt;From here on it is quiet.
flowed
https://rye.example/mill_
<blockquote
From here on it is quiet.
SEEN
echo "as described"
