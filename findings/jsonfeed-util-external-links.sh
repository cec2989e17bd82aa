#!/usr/bin/env bash
# jsonfeed-util 1.2.0: a feed that is read and written has lost what its link posts are about.
#
# Expected (JSON Feed 1.1): `external_url` is the page that an item speaks of, `url` the item's own; `size_in_bytes` is
# a number; an item may have a `language`, and anything may have extensions, whose names begin with "_".
# Seen: both addresses are written as the item's own; the size becomes a list; language and extensions are gone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check jsonfeed-util==1.2.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import jsonfeed

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Digest",
    "items": [
        {
            "id": "1",
            "url": "https://digest.example/1",
            "external_url": "https://mill.example/",
            "content_text": "Rye",
            "language": "de",
            "_grain": {"kind": "rye"},
            "attachments": [{"url": "https://digest.example/1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 10}],
        }
    ],
}
feed = jsonfeed.Feed.parse(FEED)
print(feed.items[0].external_url)
print(feed.to_json())
PY
diff "$work/seen" - <<'SEEN'
https://mill.example/
{"version": "https://jsonfeed.org/version/1.1", "title": "Digest", "expired": false, "items": [{"id": "1", "url": "https://digest.example/1", "external_url": "https://digest.example/1", "content_text": "Rye", "attachments": [{"url": "https://digest.example/1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": [10]}]}]}
SEEN
echo "as described"
