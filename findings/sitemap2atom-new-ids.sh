#!/usr/bin/env bash
# sitemap2atom 0.1.1: the feed of a sitemap has another id at each run, and a page that does not say when it changed
# has changed now.
#
# Expected (RFC 4287, 4.2.6 and sitemaps.org): an id never changes; <lastmod> of the sitemap says when a page has
# changed.
# Seen: the feed's id is random, so that a reader takes it for a new one each time. <lastmod> is not read: a page
# without article:published_time has the time of the run, new at each run. Local time is written as UTC, which in
# Tokyo is nine hours from now.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sitemap2atom==0.1.1
cd "$work"
mkdir site
cat >site/rye.html <<'HTML'
<!DOCTYPE html><title>On rye</title><meta property="og:title" content="Rye &amp; oats"><meta property="og:image" content="rye.jpg"><p>Rye.
HTML
cat >serve.py <<'PY'
import functools
import re
import threading
from datetime import datetime, timezone
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from sitemap2atom import core


class Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory="site")) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    with open("site/sitemap.xml", "w") as file:
        file.write(
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            f"<url><loc>{address}/rye.html</loc><lastmod>2024-01-02</lastmod></url></urlset>"
        )
    urls = core.fetch_sitemap_urls(f"{address}/sitemap.xml")
    feeds = [core.feed_to_pretty_xml(core.enrich_url_list_to_atom(urls)) for _ in range(2)]
    server.shutdown()
ids = [re.search("<id>(urn:uuid:.*?)</id>", feed)[1] for feed in feeds]
print("the ids of the feed are", "the same" if ids[0] == ids[1] else "different")
print("2024-01-02 is", "there" if "2024-01-02" in feeds[0] else "not there")
updated = datetime.fromisoformat(re.search("<updated>(.*?)</updated>", feeds[0])[1].replace("Z", "+00:00"))
ahead = (updated - datetime.now(timezone.utc)).total_seconds() / 3600
print("in Tokyo, the time of the feed is", round(ahead), "hours ahead")
PY
TZ=Asia/Tokyo "$work/venv/bin/python" -W ignore serve.py 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
the ids of the feed are different
2024-01-02 is not there
in Tokyo, the time of the feed is 9 hours ahead
SEEN
echo "as described"
