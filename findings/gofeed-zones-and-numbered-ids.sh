#!/usr/bin/env bash
# gofeed 1.1.3 (Go): a JSON feed whose ids are numbers is not read at all, and an old zone is UTC.
#
# Expected (JSON Feed 1.1): "If an id is presented as a number or other type, a JSON Feed reader should coerce it to a
# string"; "EST" is five hours behind UTC (RFC 822, 5.1).
#
# Seen: one number ends the reading of the feed; the post of 03:04 EST is from 03:04 UTC; dates with "UT" are none.
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
  golang-1.19-go=1.19.8-2 golang-github-mmcdole-gofeed-dev=1.1.3-1 \
  2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export GOROOT=$root/usr/lib/go-1.19 GOPATH=$root/usr/share/gocode GO111MODULE=off GOCACHE=$work/cache/go CGO_ENABLED=0
cat >main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed"
)

func main() {
	json := `{"version": "https://jsonfeed.org/version/1.1", "title": "Rye", "items": [{"id": %s, "content_text": "Sow it."}]}`
	for _, id := range []string{`"5"`, "5"} {
		feed, err := gofeed.NewParser().ParseString(fmt.Sprintf(json, id))
		if err != nil {
			fmt.Println(id, "->", strings.SplitN(err.Error(), ",", 2)[0])
		} else {
			fmt.Println(id, "->", feed.Items[0].GUID, feed.Items[0].Content)
		}
	}
	rss := `<rss version="2.0"><channel><title>Rye</title><item><title>Sow</title><pubDate>%s</pubDate></item></channel></rss>`
	for _, date := range []string{"Tue, 02 Jan 2024 03:04:05 -0500", "Tue, 02 Jan 2024 03:04:05 EST", "02 Jan 24 03:04 UT"} {
		feed, err := gofeed.NewParser().ParseString(fmt.Sprintf(rss, date))
		fmt.Println(date, "->", feed.Items[0].PublishedParsed, err)
	}
}
GO
"$GOROOT/bin/go" run main.go | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"5" -> 5 Sow it.
5 -> json.Feed.Items: []*json.Item: json.Item.ContentText: ID: ReadString: expects " or n
Tue, 02 Jan 2024 03:04:05 -0500 -> 2024-01-02 08:04:05 +0000 UTC <nil>
Tue, 02 Jan 2024 03:04:05 EST -> 2024-01-02 03:04:05 +0000 UTC <nil>
02 Jan 24 03:04 UT -> <nil> <nil>
SEEN
echo "as described"
