#!/usr/bin/env bash
# txt2man 1.7.1: a line of a paragraph that begins with ".NET" or ".bashrc" is gone, and paths lose letters.
#
# Expected (its manual page; groff(7), "Control characters" and "Escape Sequences"): flat text becomes a manual page
# that shows it; a literal block "is used to display unmodified text". A full stop at the start of a line and a
# backslash are escaped: \&. and \e.
# Seen: both lines of the sentence are missing, "C:\new" is "C:0w", and in a literal block "a\tb" is "ab". The lines of
# a literal block that begin with a full stop stay.
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
apt install --yes --download-only --no-install-recommends \
  txt2man=1.7.1-4 gawk=1:5.2.1-2 groff-base=1.22.4-10 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu PATH=$root/usr/bin:$PATH
groff=$root/usr/share/groff/1.22.4
export GROFF_BIN_PATH=$root/usr/bin GROFF_FONT_PATH=$groff/font GROFF_TMAC_PATH=$groff/tmac
printf '%s\n' NAME '  rye - a grain' '' DESCRIPTION '  We sow rye and oats, and what' \
  '  .NET and a' '  .bashrc say is that' '  C:\new is a path to seeds.' '' \
  '  It grows:' '' $'\tline one' $'\t.line two' \
  $'\tprint "a\\tb"' '' >rye.txt
txt2man -t RYE -d 2024 rye.txt >rye.1
groff -man -Tascii -P-cbou rye.1 | sed '/^$/d' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
RYE(2024)                                                            RYE(2024)
NAME
       rye - a grain
DESCRIPTION
       We sow rye and oats, and what C:0w is a path to seeds.
       It grows:
               line one
               .line two
               print "ab"
                                                                     RYE(2024)
SEEN
echo "as described"
