#!/usr/bin/env bash
# GoOse (Go, of August 2021): of an article the lists, short paragraphs, code and tables are gone, and a line break
# makes two paragraphs.
#
# Expected: the text of an article has what stands in <article>, in its order; <br> ends a line.
#
# Seen: only long paragraphs are left; "5<sup>2</sup>" is 52; the second half of a sentence is a paragraph of its own.
# The date of the page, in article:published_time, is not read.
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
  golang-1.19-go=1.19.8-2 golang-github-advancedlogic-goose-dev=0.0~git20210820.9d5822d+ds-2 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"

	goose "github.com/advancedlogic/GoOse"
)

func main() {
	long := "<p>Rye is a tall grain that grows in poor soil, and the farmers of the valley have sown it for many centuries. %s</p>\n"
	page := `<html><head><title>On rye</title><meta property="article:published_time" content="2024-01-02T03:04:05Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>On rye</h1>` + fmt.Sprintf(long, "Ann<br>was one.") +
		"<ol><li>Plough the field.</li><li>Sow the rye.</li></ol>\n<p>So it is.</p>\n" + fmt.Sprintf(long, "It has 5<sup>2</sup> grains.") +
		"<pre>sow()</pre>\n<table><tr><td>2023</td><td>50 tons</td></tr></table>\n" + fmt.Sprintf(long, "The end.") + "</article></body></html>"
	extractor := goose.New()
	article, err := extractor.ExtractFromRawHTML(page, "https://rye.example/")
	fmt.Println(article.Title, article.PublishDate, err)
	fmt.Println(article.CleanedText)
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
On rye <nil> <nil>
Rye is a tall grain that grows in poor soil, and the farmers of the valley have sown it for many centuries. Ann

was one.

Rye is a tall grain that grows in poor soil, and the farmers of the valley have sown it for many centuries. It has 52 grains.

Rye is a tall grain that grows in poor soil, and the farmers of the valley have sown it for many centuries. The end.
SEEN
echo "as described"
