"""Link patterns for the handles and hashtags of a page: those of the network that it is from."""

import re
from dataclasses import replace
from urllib.parse import SplitResult, urlsplit

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown.link_targets import FULL_HANDLES
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
"""Networks of many servers: a pattern for the path of a post, the folder of hashtags, and the start
of the path of an account, which is empty if the server itself links the handles in its posts."""


def links_of(page: Page, links: LinkConfig) -> LinkConfig:
    """The link patterns for the text of a page.

    A pattern that the editor chose applies to all pages. Otherwise the ``source`` of the page
    decides. If it names no known network, the default applies, which is X; but an imported page
    gets no links then, unless it has line numbers: plain texts are mostly dumps of X.
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
    """The patterns of the network that the address of a post belongs to; None if unknown."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("mobile.")
    if host.endswith(".tumblr.com"):
        return _WEBSITES["tumblr.com"]
    return _WEBSITES.get(host) or _server_of(parts)


def _server_of(parts: SplitResult) -> LinkConfig | None:
    """The patterns of a server of the Fediverse, recognised by the path of the post."""
    for post, tags, account in _SERVERS:
        if parts.netloc and post.fullmatch(parts.path.rstrip("/")):
            site = f"https://{parts.netloc}"
            handle = f"{site}/{account}{{name}}" if account else FULL_HANDLES
            return LinkConfig(handle=handle, hashtag=f"{site}/{tags}/{{name}}")
    return None
