"""A post on Reddit as a document."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sitegen.models import Document, DumpPlace, LinkTarget, Medium
from sitegen.readers.articles import kind_of
from sitegen.readers.bookmarks import reason_against_address, web_address
from sitegen.readers.findings import Finding, LeftOut, Lost
from sitegen.readers.formats.reddit.markup import PlainMarkup, plain_markup
from sitegen.readers.html import unescape_title
from sitegen.readers.identity import identify
from sitegen.readers.web_addresses import host_of

_GONE = frozenset({"[removed]", "[deleted]", "[ removed by moderator ]", "[deleted by user]"})
_HOSTS = re.compile(r"(?:.*\.)?(?:reddit\.com|redd\.it)")
_POST = re.compile(r"/comments/(\w+)")
_PROFILE = "u_"
"""How the name of an author's own page begins, which is a community too."""
_MEDIA_HOSTS = frozenset({"i.redd.it", "v.redd.it", "preview.redd.it"})


class Post(NamedTuple):
    """What Reddit says of a post."""

    id: str
    title: str
    """Perhaps escaped."""
    body: str
    """Markdown."""
    address: str
    """The page or the picture that it links, or its own address."""
    permalink: str
    community: str
    date: datetime | None
    author: str = ""
    pictures: tuple[str, ...] = ()
    """The addresses of those of a gallery."""


def _is_gone(text: str) -> bool:
    """Whether a text says that the post was removed; the end of a cut file may lack its end."""
    return len(text) > 1 and any(mark.startswith(text.casefold()) for mark in _GONE)


def make_document(post: Post, dump: str) -> Iterator[Document | Finding]:
    """The document of a post, or why it has none."""
    title, markup = unescape_title(post.title), plain_markup(post.body)
    body = markup.text
    if _is_gone(title) or _is_gone(body):
        yield LeftOut("trash")
        return
    if not title and not body:
        yield LeftOut("empty")
        return
    address = web_address(_whole(post.address) or post.address)
    host = host_of(address) if address.startswith("http") else ""
    shown = (address, *post.pictures) if host in _MEDIA_HOSTS else post.pictures
    media = tuple(Medium(name) for name in dict.fromkeys(shown))
    yield from (Lost("a picture or a film", m.name, "the dump does not hold it") for m in media)
    yield from _losses(markup, _whole(post.permalink) or dump)
    is_elsewhere = not _HOSTS.fullmatch(host) or _is_of_another(address, post)
    is_link = host and is_elsewhere and not reason_against_address(address)
    community = post.community.strip()
    yield Document(
        id=identify("reddit", "", post.id),
        kind=kind_of(title, body),
        text=body,
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=True,
        title=title or None,
        author=post.author or None,
        date=post.date,
        source=_whole(post.permalink),
        link=LinkTarget(address, title, host.removeprefix("www.")) if is_link else None,
        tags=(community,) if community and not community.startswith(_PROFILE) else (),
        media=media,
    )


def _losses(markup: PlainMarkup, where: str) -> Iterator[Lost]:
    if markup.pictures:
        yield Lost("a picture in the text", where, "the text has only its number")
    if markup.spoilers:
        yield Lost("the hiding of spoilers", where, "the words are shown")


def _is_of_another(address: str, post: Post) -> bool:
    """Whether an address on Reddit is that of another post, which this one shares."""
    found = _POST.search(address)
    return found is not None and found[1] not in (post.id, post.id.removeprefix("t3_"))


def _whole(permalink: str) -> str | None:
    if permalink.startswith("/"):
        return f"https://www.reddit.com{permalink}"
    return permalink if permalink.startswith("http") else None
