#!/usr/bin/env bash
# go-md2man 2.0.2: a line of code that begins with a full stop is gone, second paragraphs leave their item, and
# pictures have no words.
#
# Expected (man(7) and groff(7), "Control characters"; CommonMark 0.31.2, 5.2, 6.4 and 6.7): a manual page shows the
# words of the Markdown: "." and "'" at the start of a line are control characters, and are escaped; an item keeps its
# paragraphs and its number; a backslash at the end of a line ends the line; a picture shows its description.
# Seen: of a block of code the first line is escaped, the others are not, so that ".reap = 2" is not shown; the second
# paragraph of an item stands at the margin of the page; a list from 3 begins with 1; the backslash is shown; of the
# picture nothing is left.
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
apt install --yes --download-only --no-install-recommends go-md2man=2.0.2+ds1-1 mandoc=1.14.6-1+b1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
cat >rye.md <<'MD'
rye 1 "January 2024"
====

# TEXT

    'sow' = 1
    .reap = 2

3. three

   It has a second paragraph.

Line one\
line two ![The mill](mill.png) end.
MD
go-md2man <rye.md >rye.1
mandoc -T ascii rye.1 2>/dev/null | sed 's/.\x08//g' | grep . | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
rye(1)                      General Commands Manual                     rye(1)
TEXT
              'sow' = 1
                1. three
       It has a second paragraph.
       Line one\ line two  end.
                                 January 2024                           rye(1)
SEEN
echo "as described"
