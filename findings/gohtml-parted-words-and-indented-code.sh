#!/usr/bin/env bash
# gohtml (Go, of January 2018): a page that it formats has spaces within words, and lines of code are indented.
#
# Expected (HTML, 3.2.5.2.5, 4.4.3 and 4.11.11): a formatter of HTML adds white space where it is not shown: between
# blocks, not between the letters of a word, before a comma, or in <pre> and <textarea>.
# Seen: "un<b>bold</b>ed" is three words on five lines, "<i>rye</i>," has a space before its comma; the lines of <pre>
# and of a text field get two spaces each, and the first is an empty one.
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
  golang-1.19-go=1.19.8-2 golang-github-yosssi-gohtml-dev=0.0~git20180130.97fbf36-1.1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/yosssi/gohtml"
)

func main() {
	for _, html := range []string{
		"<p>An un<b>bold</b>ed <i>rye</i>, and H<sub>2</sub>O</p>",
		"<pre>if rye:\n    mill()</pre>",
		"<textarea>sow\n  reap</textarea>",
	} {
		fmt.Println(gohtml.Format(html))
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>
  An un
  <b>
    bold
  </b>
  ed 
  <i>
    rye
  </i>
  , and H
  <sub>
    2
  </sub>
  O
</p>
<pre>
  if rye:
      mill()
</pre>
<textarea>
  sow
    reap
</textarea>
SEEN
echo "as described"
