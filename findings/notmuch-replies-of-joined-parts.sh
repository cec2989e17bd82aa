#!/usr/bin/env bash
# notmuch 0.37: a reply quotes attached texts, joins the parts in one line, and a search finds words of style sheets.
#
# Expected (RFC 2046, 5.1.1; RFC 2183, 2.2): a reply quotes what the mail says, each part from a new line; what is
# marked as an attachment is no part of the text, and the line break before a boundary belongs to the boundary; words
# of <style> are not those of a page.
# Seen: "> First rye> attached> last words" is one line of quotation; a mail in HTML alone is quoted as "Non-text
# part: text/html"; a search for "color" finds it by its style sheet.
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
apt install --yes --download-only --no-install-recommends notmuch=0.37-1+b1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
export HOME=$work NOTMUCH_CONFIG=$work/config
mkdir -p mails/cur mails/new mails/tmp
printf '[database]\npath=%s/mails\n[user]\nname=Tom\nprimary_email=tom@rye.example\n' "$PWD" >"$NOTMUCH_CONFIG"
head='From: ann@rye.example\nDate: Tue, 02 Jan 2024 10:00:00 +0000\nMIME-Version: 1.0\n'
{
  printf "$head"'Subject: Parts\nMessage-ID: <1@rye.example>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n'
  printf 'Content-Type: text/plain\n\nFirst rye\n--b\nContent-Type: text/plain; name=notes.txt\n'
  printf 'Content-Disposition: attachment\n\nattached\n--b\nContent-Type: text/plain\n\nlast words\n--b--\n'
} >mails/cur/1:2,S
{
  printf "$head"'Subject: Page\nMessage-ID: <2@rye.example>\nContent-Type: text/html\n\n'
  printf '<style>p { color: red }</style><p>oats and barley</p>\n'
} >mails/cur/2:2,S
notmuch new >"$work/log" 2>&1
{
  for number in 1 2; do notmuch reply "id:$number@rye.example" | sed -n '/wrote:/,$p'; echo; done
  for word in attached color; do echo "$word: $(notmuch search --output=messages "$word")"; done
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
On Tue, 02 Jan 2024 10:00:00 +0000, ann@rye.example wrote:
> First rye> attached> last words
On Tue, 02 Jan 2024 10:00:00 +0000, ann@rye.example wrote:
Non-text part: text/html

attached: 
color: id:2@rye.example
SEEN
echo "as described"
