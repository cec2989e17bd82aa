#!/usr/bin/env bash
# go-humanize 1.0.0 (Go): a year has 360 days and a month 30, so that what is 361 days old is "1 year ago", and
# 999,950 bytes are "1000 kB".
#
# Expected: what happened on 20 July of last year is eleven months ago on 15 July; a number that is rounded to a
# thousand is 1 of the next unit.
#
# Seen: from 360 days on it is a year, from 540 on two ("LongTime" begins where the table ends); 1.0 MB is written as
# 1000 kB.
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
  golang-1.19-go=1.19.8-2 golang-github-dustin-go-humanize-dev=1.0.0-3 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"
	"time"

	"github.com/dustin/go-humanize"
)

func main() {
	now := time.Date(2024, 7, 15, 10, 30, 0, 0, time.UTC)
	for _, days := range []int{59, 60, 359, 361, 539, 541, 719, 721} {
		fmt.Println(days, humanize.RelTime(now.AddDate(0, 0, -days), now, "ago", "from now"))
	}
	fmt.Println(humanize.Bytes(999949), humanize.Bytes(999951), humanize.Bytes(1000000), humanize.IBytes(1048575))
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
59 1 month ago
60 2 months ago
359 11 months ago
361 1 year ago
539 1 year ago
541 2 years ago
719 2 years ago
721 2 years ago
1000 kB 1000 kB 1.0 MB 1024 KiB
SEEN
echo "as described"
