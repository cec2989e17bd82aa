#!/usr/bin/env bash
# goldmark 1.5.4 (Go): "Größe" has the id "gre", a heading in Japanese "heading", and a note makes "Prices of 2024"
# 20241.
#
# Expected: an id is made of the words of the heading, so that links to it mean something: letters beyond ASCII are
# letters in an id (HTML, 3.2.6.1), and the number of a note is no word of the heading.
#
# Seen: with WithAutoHeadingID() other letters vanish from the middle of words; of two headings in Japanese the second
# is "heading-1", whatever they say.
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
	"os"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

func main() {
	text := "# Größe\n# パン\n# 麦\n# Crème brûlée\n# Prices of 2024[^1]\n\n[^1]: In euros.\n"
	markdown := goldmark.New(
		goldmark.WithExtensions(extension.Footnote), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	if err := markdown.Convert([]byte(text), os.Stdout); err != nil {
		panic(err)
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<h1 id="gre">Größe</h1>
<h1 id="heading">パン</h1>
<h1 id="heading-1">麦</h1>
<h1 id="crme-brle">Crème brûlée</h1>
<h1 id="prices-of-20241">Prices of 2024<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></h1>
<div class="footnotes" role="doc-endnotes">
<hr>
<ol>
<li id="fn:1">
<p>In euros.&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p>
</li>
</ol>
</div>
SEEN
echo "as described"
