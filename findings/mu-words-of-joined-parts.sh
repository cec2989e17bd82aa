#!/usr/bin/env bash
# mu 1.8.14: two texts of one mail are joined at a word, which no search then finds, and a mail in HTML alone has no
# text.
#
# Expected (RFC 2046, 5.1.1 and 5.1.3): the line break before a boundary belongs to the boundary, so a part may end
# without one; the parts of "multipart/mixed" are shown one after another, each a text of its own, and words of all
# texts are found.
# Seen: "First rye" and "last words" are "First ryelast words"; a search for "rye" or "last" finds nothing, "first"
# and "words" do. Of a mail that is HTML alone "mu view" says that it has no text, and no word of it is found.
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
apt install --yes --download-only --no-install-recommends maildir-utils=1.8.14-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
export HOME=$work
mkdir -p mails/cur mails/new mails/tmp
head='From: ann@rye.example\nDate: Tue, 02 Jan 2024 10:00:00 +0000\nMIME-Version: 1.0\n'
{
  printf "$head"'Subject: Parts\nMessage-ID: <1@rye.example>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n'
  printf 'Content-Type: text/plain\n\nFirst rye\n--b\nContent-Type: text/plain\n\nlast words\n--b--\n'
} >mails/cur/1:2,S
printf "$head"'Subject: Page\nMessage-ID: <2@rye.example>\nContent-Type: text/html\n\n<p>oats and barley</p>\n' >mails/cur/2:2,S
{
  for number in 1 2; do mu view --nocolor "$PWD/mails/cur/$number:2,S" | tail -n 1; echo; done
  mu init --quiet --maildir="$PWD/mails" --my-address=tom@rye.example
  mu index --quiet
  for word in first rye last words oats; do
    echo "$word: $(mu find --nocolor --fields=s "$word" 2>&1 | tail -n 1)"
  done
} 2>&1 | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
First ryelast words
[No text body found]
first: Parts
rye: no matches for search expression
last: no matches for search expression
words: Parts
oats: no matches for search expression
SEEN
echo "as described"
