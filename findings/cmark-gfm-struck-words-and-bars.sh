#!/usr/bin/env bash
# cmark-gfm 0.29.0.gfm.6: a manual page loses struck words and shows ".PD 0", LaTeX ends a row at a bar in a cell, and
# two emphases become one.
#
# Expected (CommonMark 0.29, 6.4 and 6.11; GFM, "Tables" and "Strikethrough"): each of the writers says what the page
# says; "\\|" in a cell is a bar, and what the writer of CommonMark writes means what was read.
# Seen: "-t man" writes struck words as arguments of ".ST", which is no macro of man(7), so that they are not shown;
# the end of a line with a hard break is "one.PD 0". "-t latex" writes "\\textbar{}" for "\|": the end of a row, and
# the word "textbar". "*sow*_reap_" is written as "*sow**reap*", which is one emphasis with two asterisks in it.
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
apt install --yes --download-only --no-install-recommends cmark-gfm=0.29.0.gfm.6-6 mandoc=1.14.6-1+b1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
cat >rye.md <<'MD'
Sow ~~oats~~ rye, line one\
line two.

*sow*_reap_

| rye | mill |
| --- | ---- |
| a\|b | c |
MD
convert() { cmark-gfm -e table -e strikethrough "$@"; }
{
  convert -t man rye.md | sed -n '/ST/p; /PD 0/p'
  { echo '.TH RYE 1'; convert -t man rye.md; } | mandoc -T ascii 2>/dev/null | grep -a -A 1 Sow
  convert -t latex rye.md | grep textbar
  convert -t commonmark rye.md | grep reap
  convert -t commonmark rye.md | convert | grep reap
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
.ST "oats"
 rye, line one.PD 0
       Sow
        rye, line one.PD 0
a\\textbar{}b & c \\
*sow**reap*
<p><em>sow**reap</em></p>
SEEN
echo "as described"
