#!/usr/bin/env bash
# jaytaylor/html2text (Go, of October 2021), which Gitea's mails use: a word that is partly bold is three
# words, and code loses a space of its indent.
#
# Expected: emphasis within a word does not part it; spaces of <pre> stay; numbers of lists, too; each paragraph of a
# quotation has one mark above it.
#
# Seen: "un *bel* ievable"; four lines with a mark alone before each paragraph; an item with paragraphs is a bullet
# alone; terms, what they mean and a summary stand in one line.
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
  golang-1.19-go=1.19.8-2 golang-github-jaytaylor-html2text-dev=0.0~git20211013.90c08c5-2 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"

	"jaytaylor.com/html2text"
)

func main() {
	for _, page := range []string{
		"<p>un<b>bel</b>ievable <span>r</span>ye</p>", "<pre>if rye:\n    sow()</pre>", "<ol start=\"3\"><li>Sow</li><li>Reap</li></ol>",
		"<blockquote><p>Sow.</p><p>Reap.</p></blockquote>", "<ul><li><p>Sow</p><p>in May</p></li></ul>",
		"<dl><dt>Rye</dt><dd>A grain</dd></dl><details><summary>More</summary>Sow it.</details>",
	} {
		text, err := html2text.FromString(page)
		fmt.Printf("%s\n  %q %v\n", page, text, err)
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>un<b>bel</b>ievable <span>r</span>ye</p>
  "un *bel* ievable r ye" <nil>
<pre>if rye:
    sow()</pre>
  "if rye:\n   sow()" <nil>
<ol start="3"><li>Sow</li><li>Reap</li></ol>
  "* Sow\n* Reap" <nil>
<blockquote><p>Sow.</p><p>Reap.</p></blockquote>
  "> \n> \n> \n> Sow.\n> \n> \n> \n> Reap.\n> \n>" <nil>
<ul><li><p>Sow</p><p>in May</p></li></ul>
  "* \n\nSow\n\nin May" <nil>
<dl><dt>Rye</dt><dd>A grain</dd></dl><details><summary>More</summary>Sow it.</details>
  "Rye A grain More Sow it." <nil>
SEEN
echo "as described"
