#!/usr/bin/env bash
# tablewriter 0.0.5 (Go): in the Markdown that its README shows, a bar in a cell makes a new cell, and a line end a
# new row.
#
# Expected: with SetCenterSeparator("|"), its "Markdown format", a bar within a cell is escaped (GitHub Flavored
# Markdown, 4.10), and a row is one line, in which <br> ends one.
#
# Seen: the bar stands as it is, so that a reader shows half of the cell and drops what follows; the second line of a
# note is the note of a row without a name.
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
  golang-1.19-go=1.19.8-2 golang-github-olekukonko-tablewriter-dev=0.0.5-2 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"os"

	"github.com/olekukonko/tablewriter"
)

func main() {
	table := tablewriter.NewWriter(os.Stdout)
	table.SetHeader([]string{"name", "kg", "note"})
	table.Append([]string{"a|b", "5", "sown\nin May"})
	table.Append([]string{"ann", "6", "reaped"})
	table.SetAutoFormatHeaders(false)
	table.SetBorders(tablewriter.Border{Left: true, Top: false, Right: true, Bottom: false})
	table.SetCenterSeparator("|")
	table.Render()
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
| name | kg |  note  |
|------|----|--------|
| a|b  |  5 | sown   |
|      |    | in May |
| ann  |  6 | reaped |
SEEN
echo "as described"
