#!/usr/bin/env bash
# goldmark 1.5.4 (Go, Hugo's Markdown), its extension Linkify: an address ends before a letter outside ASCII, and
# "&amp;" in one leads elsewhere.
#
# Expected (GFM, "Autolinks (extension)"; CommonMark 6.2): a bare address goes on to white space or "<", and "&amp;" in
# it is "&", as everywhere in a text; a bracket that it did not open is left out, as "." is.
# Seen: "https://rye.example/日本" is a link to the front page with "日本" behind it, the query "b=c&amp;d" has "amp;",
# and the bracket before a full stop is a part of the address. Between "<" and ">" the letters are in the link.
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
  golang-1.19-go=1.19.8-2 golang-github-yuin-goldmark-dev=1.5.4-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

func main() {
	markdown := goldmark.New(goldmark.WithExtensions(extension.Linkify))
	for _, text := range []string{
		"See https://rye.example/日本 and https://rye.example/caf%C3%A9.",
		"See https://rye.example/café/menu.",
		"See <https://rye.example/日本>.",
		"See https://rye.example/?b=c&amp;d=1, and (https://rye.example/).",
	} {
		if err := markdown.Convert([]byte(text), os.Stdout); err != nil {
			fmt.Println(err)
		}
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>See <a href="https://rye.example/">https://rye.example/</a>日本 and <a href="https://rye.example/caf%C3%A9">https://rye.example/caf%C3%A9</a>.</p>
<p>See <a href="https://rye.example/caf">https://rye.example/caf</a>é/menu.</p>
<p>See <a href="https://rye.example/%E6%97%A5%E6%9C%AC">https://rye.example/日本</a>.</p>
<p>See <a href="https://rye.example/?b=c&amp;amp;d=1">https://rye.example/?b=c&amp;amp;d=1</a>, and (<a href="https://rye.example/)">https://rye.example/)</a>.</p>
SEEN
echo "as described"
