#!/usr/bin/env bash
# man2html 1.6g: addresses are lost, the name of a command is missing in its synopsis, and letters are numbers.
#
# Expected (groff_man(7), "Hyperlink macros" and "Command synopsis macros"; groff_char(7)): .UR and .MT have the address
# of the words that follow, .SY the name of the command, and \[u0141] is the letter "Ł". In HTML a link is one.
# Seen: "the mill" and "Ann" are no links, and neither address is in the page; the synopsis of "rye" begins with its
# options; "Łódź" is "41ód7A", and \(ha, "^", is "ha".
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
apt install --yes --download-only --no-install-recommends man2html-base=1.6g-14 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
cat >rye.1 <<'MAN'
.TH RYE 1
.SH SYNOPSIS
.SY rye
.OP \-a file
.YS
.SH DESCRIPTION
Made in \[u0141]\['o]d\[u017A], 2\(ha3 of them; see
.UR https://rye.example/
the mill
.UE
and
.MT ann@rye.example
Ann
.ME .
MAN
"$root/usr/bin/man2html" rye.1 | sed -n '/<H2>SYN/,/<HR>/p' | sed '/^$/d' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<H2>SYNOPSIS</H2>
[ <B>-a </B><I>file</I> ]
<A NAME="lbAC">&nbsp;</A>
<H2>DESCRIPTION</H2>
Made in 41&oacute;d7A, 2ha3 of them; see
the mill
and
Ann
<P>
<HR>
SEEN
echo "as described"
