#!/usr/bin/env bash
# enmime 0.9.3 (Go): what follows a picture in a mail stands below "--", as a signature does, and lines of a flowed
# mail stay cut.
#
# Expected: the texts of a mail that has a picture between them are one text, in two paragraphs; "format=flowed" says
# which lines go on (RFC 3676).
#
# Seen: the second part of the author's words follows a line "--", from which on programs for replies take it for a
# signature; a line that ends with a space does not go on.
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
  golang-1.19-go=1.19.8-2 golang-github-jhillyerd-enmime-dev=0.9.3-2 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/jhillyerd/enmime"
)

func main() {
	part := "--mill\nContent-Type: text/plain; charset=utf-8\n\n"
	picture := "--mill\nContent-Type: image/png; name=rye.png\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\nAAAA\n"
	head := "From: Ann <ann@mill.example>\nSubject: Rye\nMIME-Version: 1.0\n"
	for _, mail := range []string{
		head + "Content-Type: multipart/mixed; boundary=mill\n\n" + part + "Look at the rye:\n" + picture + part + "It is ripe.\n--mill--\n",
		head + "Content-Type: text/plain; charset=utf-8; format=flowed\n\nThe rye \nis ripe.\n From Ann.\n",
	} {
		envelope, err := enmime.ReadEnvelope(strings.NewReader(strings.ReplaceAll(mail, "\n", "\r\n")))
		fmt.Printf("%q %v\n", envelope.Text, err)
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Look at the rye:\n--\nIt is ripe." <nil>
"The rye \r\nis ripe.\r\n From Ann.\r\n" <nil>
SEEN
echo "as described"
