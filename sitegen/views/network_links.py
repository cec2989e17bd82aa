"""Where the handles and hashtags of a page lead: to the network where it was first published."""

import re
from dataclasses import replace
from urllib.parse import SplitResult, urlsplit

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown.linking import FULL_HANDLES
from sitegen.models import Page

_X = LinkConfig()
"""The default setting."""
_UNKNOWN = LinkConfig(handle=FULL_HANDLES, hashtag="")
_THREADS = LinkConfig(
    handle="https://www.threads.com/@{name}",
    hashtag="https://www.threads.com/search?q=%23{name}",
)
_INSTAGRAM = LinkConfig(
    handle="https://www.instagram.com/{name}/",
    hashtag="https://www.instagram.com/explore/tags/{name}/",
)
_WEBSITES = {
    "x.com": _X,
    "twitter.com": _X,
    "threads.com": _THREADS,
    "threads.net": _THREADS,
    "instagram.com": _INSTAGRAM,
    "bsky.app": replace(_UNKNOWN, hashtag="https://bsky.app/hashtag/{name}"),
    "facebook.com": replace(_UNKNOWN, hashtag="https://www.facebook.com/hashtag/{name}"),
    "linkedin.com": replace(_UNKNOWN, hashtag="https://www.linkedin.com/feed/hashtag/{name}/"),
    "tumblr.com": replace(_UNKNOWN, hashtag="https://www.tumblr.com/tagged/{name}"),
    "t.me": replace(_UNKNOWN, handle="https://t.me/{name}"),
}
"""The networks that have one website."""
_SERVERS = (
    (re.compile(r"/@[^/@]+/(?:\d{6,}|statuses/\w+)"), "tags", ""),  # Mastodon, GoToSocial
    (re.compile(r"/(?:ap/)?users/[^/]+/statuses/\w+"), "tags", ""),
    (re.compile(r"/notes/(?=\w*\d)[0-9a-z]{10,}"), "tags", "@"),  # Misskey
    (re.compile(r"/p/[^/]+/\d{10,}"), "discover/tags", ""),  # Pixelfed
    (re.compile(r"/(?:notice/\w{18}|objects/[0-9a-f-]{36})"), "tag", ""),  # Pleroma
)
"""The networks of many servers: the path of a post, that of a hashtag, and the start of that of an
account, where a server does not link the accounts that exist."""


def links_of(page: Page, links: LinkConfig) -> LinkConfig:
    """The link patterns of the text of a page.

    A pattern that the editor chose is that of all pages. The default, which is that of X, is not
    that of posts of other networks, whose names lead to the network that the address of the post
    tells. Where it tells none, names in imported pages lead nowhere, unless their dump is a text
    without a format, whose pages have lines in it: most often it is of X.
    """
    if links.handle != _X.handle and links.hashtag != _X.hashtag:
        return links
    found = _network_of(page.source) if page.source else None
    if found is None:
        found = _UNKNOWN if page.dump and not page.dump.lines else _X
    return LinkConfig(
        handle=found.handle if links.handle == _X.handle else links.handle,
        hashtag=found.hashtag if links.hashtag == _X.hashtag else links.hashtag,
    )


def _network_of(source: str) -> LinkConfig | None:
    """The patterns of the network with a post at this address; None if it is not known."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("mobile.")
    if host.endswith(".tumblr.com"):
        return _WEBSITES["tumblr.com"]
    return _WEBSITES.get(host) or _server_of(parts)


def _server_of(parts: SplitResult) -> LinkConfig | None:
    """The patterns of a server of the Fediverse, which the form of the address tells."""
    for post, tags, account in _SERVERS:
        if parts.netloc and post.fullmatch(parts.path.rstrip("/")):
            site = f"https://{parts.netloc}"
            handle = f"{site}/{account}{{name}}" if account else FULL_HANDLES
            return LinkConfig(handle=handle, hashtag=f"{site}/{tags}/{{name}}")
    return None
