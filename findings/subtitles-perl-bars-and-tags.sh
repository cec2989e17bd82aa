#!/usr/bin/env bash
# Subtitles 1.04 (Perl, the program subs): italics become signs, and a bar a line break.
#
# Expected (the formats SubRip, MicroDVD, SubViewer 2 and SAMI): a caption says the same in the other format: <i> of
# SubRip is {y:i} or <I>, "|", which ends a line in MicroDVD, is escaped or replaced.
# Seen: MicroDVD and SubViewer get "<i>one</i>" as words; "Rye | oats" is written as it is, so that two lines are read
# back from it.
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
apt install --yes --download-only --no-install-recommends libsubtitles-perl=1.04-3 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
libraries=$root/usr/lib/x86_64-linux-gnu
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries
export PERL5LIB=$root/etc/perl:$root/usr/share/perl5:$libraries/perl5/5.36
PERL5LIB+=:$root/usr/share/perl/5.36:$libraries/perl/5.36
mkdir site
cd site
printf '1\n00:00:01,500 --> 00:00:03,000\nLine <i>one</i>\n\n2\n01:00:00,001 --> 01:00:02,999\nRye | oats\n\n' >rye.srt
subs() { perl "$root/usr/bin/subs" "$@" >"$work/log" 2>&1; }
for format in mdvd sub2; do subs -c "$format" rye.srt -o "rye.$format"; done
subs -c srt rye.mdvd -o again.srt
{
  cat rye.mdvd
  sed -n '/^00/,$p' rye.sub2
  cat again.srt
} | tr -d '\r' | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{36}{72}Line <i>one</i>
{86314}{86386}Rye | oats
00:00:01.50,00:00:03.00
Line <i>one</i>
01:00:00.00,01:00:02.99
Rye | oats
1
00:00:01,502 --> 00:00:03,003
Line <i>one</i>
2
01:00:00,017 --> 01:00:03,020
Rye 
oats
SEEN
echo "as described"
