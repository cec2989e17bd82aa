#!/usr/bin/env bash
# gomarkdown (Go, of July 2022): two prices in a line are a formula, and code within an item ends the list, which
# begins anew with 1.
#
# Expected: "$5 and $6" are prices, as in Pandoc, whose rule is that no digit follows the closing sign; code indented
# as far as the words of an item is part of it, as in the Markdown of Blackfriday, of which this is a fork.
#
# Seen: the first price opens a formula that the second closes; the code keeps its indent outside of the list, whose
# second item is number 1.
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
  golang-1.19-go=1.19.8-2 golang-github-gomarkdown-markdown-dev=0.0~git20220731.dcdaee8-2 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/gomarkdown/markdown"
)

func main() {
	for _, text := range []string{
		"It costs $5 and $6.", "1. Sow:\n\n   ```\n   sow()\n   ```\n2. Reap.",
	} {
		html := string(markdown.ToHTML([]byte(text), nil, nil))
		fmt.Printf("%q\n  %s\n", text, strings.ReplaceAll(strings.TrimSpace(html), "\n", "⏎"))
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"It costs $5 and $6."
  <p>It costs <span class="math inline">\(5 and \)</span>6.</p>
"1. Sow:\n\n   ```\n   sow()\n   ```\n2. Reap."
  <ol>⏎<li>Sow:</li>⏎</ol>⏎⏎<pre><code>   sow()⏎</code></pre>⏎⏎<ol>⏎<li>Reap.</li>⏎</ol>
SEEN
echo "as described"
