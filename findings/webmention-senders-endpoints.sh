#!/usr/bin/env bash
# webmention-tools 0.4.1, ronkyuu 0.9, indieweb-utils 0.10.0: the endpoint of some pages is not found, or another is.
#
# Expected (W3C Webmention, 3.1.2): the first <link> or <a> of the page whose rel has the value "webmention" and that
# has an address; an empty address is that of the page; a relative one counts from the page that a redirection ends
# at; values of rel are case-insensitive (RFC 8288, 2.1.1).
# Seen: none of them finds all. webmention-tools takes a <link> before an earlier <a>, stops at one without address, and
# misses an empty address, as it misses a second value of rel. indieweb-utils counts relative addresses from the root of
# the site (also "end" in /posts/rye, and the empty one), by https where the page has http. None knows "Webmention" in
# a header, and after a redirection to /posts/rye each asks at /end instead of /posts/end.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    webmention-tools==0.4.1 ronkyuu==0.9 indieweb-utils==0.10.0 html5lib==1.1 >/dev/null 2>&1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import http.server
import threading

import ronkyuu
from indieweb_utils import discover_webmention_endpoint
from indieweb_utils.webmentions.discovery import WebmentionEndpointNotFound
from webmentiontools.send import WebmentionSend

PAGES = {
    "/plain": ('<link rel="webmention" href="/end">', ""),
    "/own": ('<link rel="webmention" href="">', ""),
    "/nameless": ('<link rel="webmention"><a rel="webmention" href="/end">Answer</a>', ""),
    "/order": ('<a rel="webmention" href="/end">Answer</a><link rel="webmention" href="/other">', ""),
    "/two-values": ("", '</end>; rel="webmention nofollow"'),
    "/capitals": ("", "</end>; rel=Webmention"),
    "/posts/rye": ('<link rel="webmention" href="end">', ""),
}


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(302 if self.path == "/moved" else 200)
        body, link = PAGES.get(self.path, ("", ""))
        if self.path == "/moved":
            self.send_header("Location", "/posts/rye")
        if link:
            self.send_header("Link", link)
        page = f"<!DOCTYPE html><title>Rye</title><p>{body}</p>".encode() if self.command == "GET" else b""
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    do_HEAD = do_POST = do_GET

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def with_tools(page: str) -> str | None:
    mention = WebmentionSend(f"{page}#source", page)
    mention.send()
    return getattr(mention, "receiver_endpoint", None)


def with_ronkyuu(page: str) -> str | None:
    return ronkyuu.discoverEndpoint(page, test_urls=False)[1]


def with_utils(page: str) -> str | None:
    try:
        return discover_webmention_endpoint(page).endpoint
    except WebmentionEndpointNotFound:
        return None


site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
threading.Thread(target=site.serve_forever, daemon=True).start()
root = f"http://127.0.0.1:{site.server_address[1]}"
for path in [*PAGES, "/moved"]:
    found = [str(find(root + path)) for find in (with_tools, with_ronkyuu, with_utils)]
    found = [endpoint.replace(root, "").replace(root.replace("http:", "https:"), "[https]") for endpoint in found]
    print(path, *found)
PY
diff "$work/seen" - <<'SEEN'
/plain /end /end [https]/end
/own None /own [https]
/nameless None /end [https]
/order /other /end [https]/other
/two-values None /end None
/capitals None None None
/posts/rye /posts/end /posts/end [https]/end
/moved /end /end [https]/end
SEEN
echo "as described"
