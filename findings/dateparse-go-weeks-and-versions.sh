#!/usr/bin/env bash
# araddon/dateparse (Go, of April 2021): a week is three o'clock on New Year's Day, and a version is a day of the
# year 0.
#
# Expected: a week of ISO 8601 is read as one, or is an error, as a time without a day is; "3.14" is no date. A month of
# a year is read as its first day, as "2014-04" is in the README.
#
# Seen: 2024-W03 is 2024-01-01 03:00, "3.14" 14 March of the year 0; for "May 2019" the error says that the month is
# out of range.
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
		"2024-W03", "3.14", "2024-05", "May 2019", "5:30pm", "Tue, 02 Jan 2024 03:04:05 -0500",
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
2024-05 -> 2024-05-01T00:00:00Z
May 2019 -> parsing time "May 2019": month out of range
5:30pm -> parsing time "5:30pm": hour out of range
Tue, 02 Jan 2024 03:04:05 -0500 -> 2024-01-02T08:04:05Z
SEEN
echo "as described"
