#!/usr/bin/env bash
# inflect (Go, bitbucket.org/pkg, of August 2013): the title of "NASA" is "N A S A", a capital with an accent is broken,
# and Germans are "Germen".
#
# Expected: Titleize and Humanize make titles for people: a word stays one, a hyphen stays; Capitalize makes the first
# letter a capital, whichever it is; Pluralize does not take "human" and "German" for kinds of men.
# Seen: "I Phone And N A S A", "State Of The Art" without hyphens; "élan" begins with two bytes that are no letter,
# while Titleize writes "É"; "humen", "Germen", "potatos", and the singular of "gas" is "ga".
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
  golang-1.19-go=1.19.8-2 golang-bitbucket-pkg-inflect-dev=0.0~hg20130829.20.8961c37-6.1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"

	"bitbucket.org/pkg/inflect"
)

func main() {
	for _, title := range []string{"iPhone and NASA", "state-of-the-art rye", "élan vital"} {
		fmt.Printf("%q %q %q\n", inflect.Titleize(title), inflect.Humanize(title), inflect.Capitalize(title))
	}
	for _, word := range []string{"man", "human", "German", "potato", "gas"} {
		fmt.Println(word, inflect.Pluralize(word), inflect.Singularize(inflect.Pluralize(word)))
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"I Phone And N A S A" "I phone and n a s a" "IPhone and NASA"
"State Of The Art Rye" "State of the art rye" "State-of-the-art rye"
"Élan Vital" "�\xa9lan vital" "�\xa9lan vital"
man men man
human humen human
German Germen German
potato potatos potato
gas gas ga
SEEN
echo "as described"
