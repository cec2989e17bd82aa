#!/usr/bin/env bash
# Miller 6.6.0: numbers of a CSV file make JSON that no parser reads, and a line break in a cell ends the row of a
# Markdown table.
#
# Expected (RFC 8259, 6; GFM, "Tables"): what is written with --ojson is JSON: a number has digits before and after
# its point and is decimal, all else is a string; a row of a table is one line, so that a line break in a cell becomes
# <br> or a space.
# Seen: "5.", ".5", "0b11", "0o17" and "-0x1F" are written as they are, without quotation marks. In Markdown "|" is
# escaped, but the second line of a cell stands outside of the table as a paragraph.
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
apt install --yes --download-only --no-install-recommends miller=6.6.0-2+b3 cmark-gfm=0.29.0.gfm.6-6 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir site
cd site
printf 'count\n5.\n.5\n+7\n007\n0b11\n0o17\n-0x1F\n1e3\n' >counts.csv
printf 'title,count\n"Sow rye\nand oats",2\na|b,3\n' >posts.csv
{
  mlr --icsv --ojsonl cat counts.csv | while read -r line; do
    echo "$line" | python3 -c 'import json, sys
line = sys.stdin.read().strip()
try:
    print(line, json.loads(line))
except ValueError:
    print(line, "is no JSON")'
  done
  mlr --icsv --omd cat posts.csv | cmark-gfm -e table | grep -E '<(td|p)>|oats'
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"count": 5.} is no JSON
{"count": .5} is no JSON
{"count": "+7"} {'count': '+7'}
{"count": "007"} {'count': '007'}
{"count": 0b11} is no JSON
{"count": 0o17} is no JSON
{"count": -0x1F} is no JSON
{"count": 1e3} {'count': 1000.0}
<td>Sow rye</td>
<td></td>
<td>and oats</td>
<td>2</td>
<td>a|b</td>
<td>3</td>
SEEN
echo "as described"
