#!/usr/bin/env bash
# Blackfriday 2.1.0 (Go), which Gogs, Gitea's first versions and go-md2man use: code in an item is part of its line
# and loses its empty lines, and a quotation mark belongs to an address.
#
# Expected: the lines of code stay; an address ends before a quotation mark, and "(film)" belongs to it; code in a
# cell may have a bar in it (as in PHP Markdown Extra, which its tables are from).
#
# Seen: two statements with an empty line between them become neighbours, in code that Markdown calls verbatim; the
# second paragraph of an item takes the next items with it.
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
  golang-1.19-go=1.19.8-2 golang-github-russross-blackfriday-v2-dev=2.1.0-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/russross/blackfriday/v2"
)

func main() {
	for _, text := range []string{
		"1. Sow:\n\n   ```\n   sow()\n\n   reap()\n   ```", "- rye\n  - oats\n\n  Sow both.\n- wheat",
		"See \"https://rye.example/sow\".", "See https://rye.example/mill_(film) or [it](mill_(film)).",
		"| Code | Means |\n|---|---|\n| `a|b` | or |",
	} {
		html := string(blackfriday.Run([]byte(text)))
		fmt.Printf("%q\n  %s\n", text, strings.ReplaceAll(strings.TrimSpace(html), "\n", "⏎"))
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"1. Sow:\n\n   ```\n   sow()\n\n   reap()\n   ```"
  <ol>⏎<li>Sow:⏎<code>⏎sow()⏎reap()⏎</code></li>⏎</ol>
"- rye\n  - oats\n\n  Sow both.\n- wheat"
  <ul>⏎<li>rye⏎⏎<ul>⏎<li>oats</li>⏎</ul></li>⏎</ul>⏎⏎<p>Sow both.⏎- wheat</p>
"See \"https://rye.example/sow\"."
  <p>See &ldquo;<a href="https://rye.example/sow&quot;">https://rye.example/sow&rdquo;</a>.</p>
"See https://rye.example/mill_(film) or [it](mill_(film))."
  <p>See <a href="https://rye.example/mill_(film">https://rye.example/mill_(film</a>) or <a href="mill_(film">it</a>).</p>
"| Code | Means |\n|---|---|\n| `a|b` | or |"
  <table>⏎<thead>⏎<tr>⏎<th>Code</th>⏎<th>Means</th>⏎</tr>⏎</thead>⏎⏎<tbody>⏎<tr>⏎<td>`a</td>⏎<td>b`</td>⏎</tr>⏎</tbody>⏎</table>
SEEN
echo "as described"
