#!/usr/bin/env bash
# Sprig 3.2.3 (Go, the functions of Helm's and of many other templates): the date of a text is today.
#
# Expected (its documentation, "date": it formats a date): a date that is a text, as YAML's front matter and JSON give
# it, is formatted, or is an error, as a wrong argument of other functions is.
# Seen: "2024-05-06" is the day on which the template runs, so is what is no date at all; what toDate cannot read is 1
# January of the year 1; durationRound makes "2h" of two hours and fifty-nine minutes, and int makes 0 of "08".
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
  golang-1.19-go=1.19.8-2 golang-github-masterminds-sprig-dev=3.2.3-5 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"os"
	"text/template"

	"github.com/Masterminds/sprig"
)

const text = `{{ eq (date "2006-01-02" "2024-05-06") (date "2006-01-02" now) }}
{{ eq (date "2006-01-02" "no date") (date "2006-01-02" now) }}
{{ toDate "2006-01-02" "May 2024" }}
{{ toDate "2006-01-02" "2024-05-06" | date "2 January 2006" }}
{{ durationRound "2h59m" }}
{{ int "7" }} {{ int "08" }}
`

func main() {
	page := template.Must(template.New("rye").Funcs(sprig.TxtFuncMap()).Parse(text))
	if err := page.Execute(os.Stdout, nil); err != nil {
		panic(err)
	}
}
GO
TZ=UTC "$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
true
true
0001-01-01 00:00:00 +0000 UTC
6 May 2024
2h
7 0
SEEN
echo "as described"
