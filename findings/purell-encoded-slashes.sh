#!/usr/bin/env bash
# Purell 1.1.1 (Go): even its safe rules decode "%2F", which makes two parts of one part of a path.
#
# Expected (RFC 3986, 2.2 and 6.2.2.2): only what is unreserved is decoded; an encoded slash is data. Purell calls
# these flags "safe".
#
# Seen: "/notes/1%2F2" is the page "2" below "notes/1", while "%3F" and "%23" stay; with UsuallySafeGreedy a query
# "?rye" stays, with UnsafeGreedy it is "?rye=".
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
  golang-1.19-go=1.19.8-2 golang-github-puerkitobio-purell-dev=1.1.1-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/PuerkitoBio/purell"
)

func main() {
	for _, address := range []string{
		"https://rye.example/notes/1%2F2", "https://rye.example/why%3Frye", "https://rye.example/a%23b", "https://rye.example/50%25",
		"https://rye.example/?rye",
	} {
		safe, _ := purell.NormalizeURLString(address, purell.FlagsSafe)
		usually, _ := purell.NormalizeURLString(address, purell.FlagsUsuallySafeGreedy)
		unsafe, _ := purell.NormalizeURLString(address, purell.FlagsUnsafeGreedy)
		fmt.Println(address, "->", safe, usually, unsafe)
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://rye.example/notes/1%2F2 -> https://rye.example/notes/1/2 https://rye.example/notes/1/2 http://rye.example/notes/1/2
https://rye.example/why%3Frye -> https://rye.example/why%3Frye https://rye.example/why%3Frye http://rye.example/why%3Frye
https://rye.example/a%23b -> https://rye.example/a%23b https://rye.example/a%23b http://rye.example/a%23b
https://rye.example/50%25 -> https://rye.example/50%25 https://rye.example/50%25 http://rye.example/50%25
https://rye.example/?rye -> https://rye.example/?rye https://rye.example?rye http://rye.example?rye=
SEEN
echo "as described"
