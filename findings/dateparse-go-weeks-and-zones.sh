#!/usr/bin/env bash
# araddon/dateparse (Go, of April 2021): a week is three o'clock on New Year's Day, a version a day of the year 0, and
# summer time is UTC.
#
# Expected: a week of ISO 8601 is read as one, or not at all; "CEST" is two hours before UTC, or an error, as
# ParseAny() says that it takes the zone of the text; a date with full stops has the day first, as everywhere where it
# is written so.
#
# Seen: 2024-W03 is 2024-01-01 03:00; "3.14" is 14 March of the year 0; "EST", which RFC 822 defines, is UTC too;
# 01.02.2024 is in January, and a month of a year is an error about its number.
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
  golang-1.19-go=1.19.8-2 golang-github-araddon-dateparse-dev=0.0~git20210429.6b43995-3 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"
	"time"

	"github.com/araddon/dateparse"
)

func main() {
	for _, text := range []string{
		"2024-W03", "3.14", "Tue, 02 Jul 2024 03:04:05 CEST", "02 Jan 24 03:04 EST", "Tue, 02 Jan 2024 03:04:05 -0500",
		"01.02.2024", "13.01.2024", "May 2019", "5:30pm",
	} {
		moment, err := dateparse.ParseAny(text)
		if err != nil {
			fmt.Println(text, "->", err)
			continue
		}
		fmt.Println(text, "->", moment.UTC().Format(time.RFC3339))
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2024-W03 -> 2024-01-01T03:00:00Z
3.14 -> 0000-03-14T00:00:00Z
Tue, 02 Jul 2024 03:04:05 CEST -> 2024-07-02T03:04:05Z
02 Jan 24 03:04 EST -> 2024-01-02T03:04:00Z
Tue, 02 Jan 2024 03:04:05 -0500 -> 2024-01-02T08:04:05Z
01.02.2024 -> 2024-01-02T00:00:00Z
13.01.2024 -> parsing time "13.01.2024": month out of range
May 2019 -> parsing time "May 2019": month out of range
5:30pm -> parsing time "5:30pm": hour out of range
SEEN
echo "as described"
