#!/usr/bin/env bash
# go-org 1.6.6 (Go), Hugo's reader of Org files: a headline that is commented out is published, so is a planning line
# that is indented, and an item without a term is explained by "?".
#
# Expected (Org manual, 13.6, 8.3 and 4.2): a subtree that begins with COMMENT is not exported, nor is SCHEDULED,
# wherever its line begins; [[*Oats]] leads to the headline of that name; a full stop after an address is none of it.
#
# Seen: what its author hid is on the page and in its table of contents; the link leads to "*Oats"; the address ends
# with the full stop.
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
  golang-1.19-go=1.19.8-2 golang-github-niklasfasching-go-org-dev=1.6.6-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/niklasfasching/go-org/org"
)

func main() {
	for _, text := range []string{
		"* COMMENT Prices\nNobody should know.", "* Sow\n  SCHEDULED: <2024-01-02 Tue>\n  By hand.", "* Oats\nSee [[*Oats]].",
		"See https://rye.example/sow.", "- rye :: a grain\n- oats",
	} {
		page, err := org.New().Silent().Parse(strings.NewReader(text), "rye.org").Write(org.NewHTMLWriter())
		fmt.Printf("%q %v\n  %s\n", text, err, strings.ReplaceAll(strings.TrimSpace(page), "\n", "⏎"))
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"* COMMENT Prices\nNobody should know." <nil>
  <nav>⏎<ul>⏎<li><a href="#headline-1">COMMENT Prices</a>⏎</li>⏎</ul>⏎</nav>⏎<div id="outline-container-headline-1" class="outline-2">⏎<h2 id="headline-1">⏎COMMENT Prices⏎</h2>⏎<div id="outline-text-headline-1" class="outline-text-2">⏎<p>Nobody should know.</p>⏎</div>⏎</div>
"* Sow\n  SCHEDULED: <2024-01-02 Tue>\n  By hand." <nil>
  <nav>⏎<ul>⏎<li><a href="#headline-1">Sow</a>⏎</li>⏎</ul>⏎</nav>⏎<div id="outline-container-headline-1" class="outline-2">⏎<h2 id="headline-1">⏎Sow⏎</h2>⏎<div id="outline-text-headline-1" class="outline-text-2">⏎<p>SCHEDULED: <span class="timestamp">&lt;2024-01-02 Tue&gt;</span>⏎  By hand.</p>⏎</div>⏎</div>
"* Oats\nSee [[*Oats]]." <nil>
  <nav>⏎<ul>⏎<li><a href="#headline-1">Oats</a>⏎</li>⏎</ul>⏎</nav>⏎<div id="outline-container-headline-1" class="outline-2">⏎<h2 id="headline-1">⏎Oats⏎</h2>⏎<div id="outline-text-headline-1" class="outline-text-2">⏎<p>See <a href="*Oats">*Oats</a>.</p>⏎</div>⏎</div>
"See https://rye.example/sow." <nil>
  <p>See <a href="https://rye.example/sow.">https://rye.example/sow.</a></p>
"- rye :: a grain\n- oats" <nil>
  <dl>⏎<dt>⏎rye⏎</dt>⏎<dd>a grain</dd>⏎<dt>⏎?⏎</dt>⏎<dd>oats</dd>⏎</dl>
SEEN
echo "as described"
