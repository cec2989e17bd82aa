#!/usr/bin/env bash
# Glamour 0.5.0 (Go, which shows Markdown in terminals): paragraphs of an item and of a quotation are one word, escapes
# are shown, and blocks of HTML are gone.
#
# Expected (CommonMark 0.31.2, 2.4, 4.6, 5.2 and 6.7): with the style "notty", paragraphs are apart, a backslash that
# escapes is not shown, a hard break ends a line, and the words of a block of HTML are, as those of inline HTML.
# Seen: "four" and "second" are "foursecond", "quote" and "inner" "quoteinner"; "\*" and "1986\." keep backslashes; the
# words after a break stand in the same line; "<div>A mill</div>" leaves nothing; the picture "a.jpg" is at "/a.jpg".
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
  golang-1.19-go=1.19.8-2 golang-github-charmbracelet-glamour-dev=0.5.0-2 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/charmbracelet/glamour"
)

const text = `4. four

   second

> quote
>
> > inner

<div>A mill</div>

Some <b>bold</b> \*star\* ![A field](a.jpg) and\
next line

1986\. A year.
`

func main() {
	renderer, err := glamour.NewTermRenderer(glamour.WithStandardStyle("notty"))
	if err != nil {
		panic(err)
	}
	page, err := renderer.Render(text)
	fmt.Println(page, err)
}
GO
"$GOROOT/bin/go" run main.go | sed 's/ *$//; /^$/d' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
  4. foursecond
  │ quoteinner
  Some bold \*star\* Image: A field → /a.jpg and next line
  1986\. A year.
 <nil>
SEEN
echo "as described"
