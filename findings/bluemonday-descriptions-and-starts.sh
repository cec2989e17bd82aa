#!/usr/bin/env bash
# bluemonday 1.0.20 (Go): a picture loses its description when that has a quotation mark, and lists count from 1.
#
# Expected: UGCPolicy(), "the broadest set of elements safe for user generated content", keeps what is only words or a
# number: "alt" is a text of any signs (HTML, 4.8.4.4), "start" says where a list begins; "value" of an item is kept.
#
# Seen: "alt" with quotation marks or an ellipsis is dropped as a whole, so that a reader who does not see hears a
# file name; "start" is gone; <kbd> and links by telephone, too.
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
  golang-1.19-go=1.19.8-2 golang-github-microcosm-cc-bluemonday-dev=1.0.20-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/microcosm-cc/bluemonday"
)

func main() {
	policy := bluemonday.UGCPolicy()
	for _, page := range []string{
		`<img src="rye.png" alt="Rye in May">`, `<img src="rye.png" alt="The &quot;rye&quot;">`, `<img src="rye.png" alt="Rye … and oats">`,
		`<ol start="3"><li>Sow</li></ol>`, `<ol><li value="3">Sow</li></ol>`, `<p>Press <kbd>S</kbd></p>`,
		`<a href="tel:+4930123">Call</a>`,
	} {
		fmt.Printf("%s\n  %s\n", page, policy.Sanitize(page))
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<img src="rye.png" alt="Rye in May">
  <img src="rye.png" alt="Rye in May">
<img src="rye.png" alt="The &quot;rye&quot;">
  <img src="rye.png">
<img src="rye.png" alt="Rye … and oats">
  <img src="rye.png">
<ol start="3"><li>Sow</li></ol>
  <ol><li>Sow</li></ol>
<ol><li value="3">Sow</li></ol>
  <ol><li value="3">Sow</li></ol>
<p>Press <kbd>S</kbd></p>
  <p>Press S</p>
<a href="tel:+4930123">Call</a>
  Call
SEEN
echo "as described"
