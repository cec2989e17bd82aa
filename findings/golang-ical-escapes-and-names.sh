#!/usr/bin/env bash
# golang-ical (Go, of May 2022): a text of a calendar keeps its backslashes, and a name with a comma loses its
# quotation marks, so that what is written back is malformed.
#
# Expected (RFC 5545, 3.3.11 and 3.2): "\," in a SUMMARY is a comma; a parameter whose value has a comma stands in
# quotation marks.
#
# Seen: a title is shown as "Rye\, oats"; ATTENDEE;CN=Li, Ann has two values, the second of which begins with a space.
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
  golang-1.19-go=1.19.8-2 golang-github-arran4-golang-ical-dev=0.0~git20220517.fd89fef-2 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	ics "github.com/arran4/golang-ical"
)

func main() {
	calendar := "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:rye\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20240101T000000Z\n" +
		"SUMMARY:Rye\\, oats\\; C:\\\\new\\nIn May\nATTENDEE;CN=\"Li, Ann\":mailto:ann@mill.example\nEND:VEVENT\nEND:VCALENDAR\n"
	read, err := ics.ParseCalendar(strings.NewReader(strings.ReplaceAll(calendar, "\n", "\r\n")))
	fmt.Println(read.Events()[0].GetProperty(ics.ComponentPropertySummary).Value, err)
	for _, line := range strings.Split(read.Serialize(), "\r\n") {
		if strings.HasPrefix(line, "ATTENDEE") {
			fmt.Println(line)
		}
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye\, oats\; C:\\new\nIn May <nil>
ATTENDEE;CN=Li, Ann:mailto:ann@mill.example
SEEN
echo "as described"
