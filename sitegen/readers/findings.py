"""What a reader reports besides documents, and the reasons for which it leaves items out."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal, NamedTuple

Reason = Literal[
    "private",
    "followers only",
    "hidden",
    "reply",
    "repost",
    "draft",
    "pending",
    "scheduled",
    "trash",
    "password",
    "paid",
    "comment",
    "attachment",
    "page",
    "other kind",
    "superseded",
    "somebody else's",
    "duplicate",
    "empty",
    "service message",
    "not a web address",
    "local address",
    "unsupported",
    "incomplete",
    "not public",
]
"""Why an item of a dump is left out, in an editor's words."""

INCLUDES: Mapping[str, Reason] = MappingProxyType(
    {
        "replies": "reply",
        "reposts": "repost",
        "followers": "followers only",
        "drafts": "draft",
        "pending": "pending",
        "scheduled": "scheduled",
        "pages": "page",
        "comments": "comment",
        "hidden": "hidden",
        "paid": "paid",
        "private": "private",
    }
)
"""What an editor may ask for with ``--include``, and the reason that it lifts.

Mail, messages, contacts, tokens and places are never read, so they are not in this list.
"""

ARTICLES = "articles"
"""A further word for ``--include``: the articles of others that bookmarks carry."""


_NOT_FOR_ALL: frozenset[Reason] = frozenset(
    {
        *("private", "followers only", "hidden", "draft", "pending", "trash", "password", "paid"),
        "not public",
    }
)
"""Reasons that also hold for the same item in another dump; a page may be a post elsewhere."""


class Withheld(NamedTuple):
    """An item that is not public, although an earlier dump may hold it as a public one."""

    id: str
    """The id of its document."""
    date: datetime | None = None
    updated: datetime | None = None
    """When this version of it was written, if the dump may hold several."""
    entry: str = ""
    """The file within the dump, if files of it may hold versions of one item."""
    source: str | None = None
    """Its address, at which dumps in other formats, such as a feed, may hold it."""
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Items that are not read, by default."""

    reason: Reason
    count: int = 1
    withheld: Withheld | None = field(default=None, compare=False)
    can_be_included: bool = field(default=False, compare=False)
    """Whether the reader takes them if ``--include`` asks for them."""


@dataclass(frozen=True, slots=True)
class Included:
    """Items that are read only because the editor asked for them."""

    reason: Reason
    count: int = 1


@dataclass(frozen=True, slots=True)
class Lost:
    """Something of the dump that could not be kept."""

    what: str
    """Such as “a picture” or “the alt text of 3 pictures”."""
    where: str
    """The place in the dump: a file, with a line, or the address of a post."""
    why: str


LOCAL_LINK = "the target of a link within a website"
"""What is lost of a link without a host, if the dump does not name the host."""
_WHY = {LOCAL_LINK: "the dump does not say where the website is"}


def not_shown(what: str, where: str) -> Lost:
    """What became no Markdown, and why."""
    return Lost(what, where, _WHY.get(what, "Markdown cannot show it"))


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence for the report, such as on what the format cannot tell."""

    text: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was not opened: it holds no posts, such as messages or likes, or is unknown."""

    name: str


Finding = LeftOut | Included | Lost | Remark | Unread


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the editor asks of a reader."""

    include: frozenset[str] = frozenset()
    """Words of :data:`INCLUDES`, and :data:`ARTICLES`."""

    def admit(
        self, reason: Reason, *others: Reason, count: int = 1, withheld: Withheld | None = None
    ) -> LeftOut | Included:
        """Whether items that are left out by default are read on request.

        Readers yield the result; if it is a :class:`LeftOut`, they skip the items. Whoever asks for
        drafts has not asked for private ones: each reason must be lifted, and the first one that
        is not is counted.
        """
        lifted = {INCLUDES[word] for word in self.include if word in INCLUDES}
        standing = next((each for each in (reason, *others) if each not in lifted), None)
        if standing is None:
            return Included(reason, count)
        if withheld:
            source = withheld.source if standing in _NOT_FOR_ALL else None
            withheld = withheld._replace(source=source, reason=standing)
        can_be_included = all(each in INCLUDES.values() for each in (reason, *others))
        return LeftOut(standing, count, withheld, can_be_included=can_be_included)

    def admits(
        self, *reasons: Reason, withheld: Withheld | None = None
    ) -> Generator[LeftOut | Included, None, bool]:
        """Whether an item is read, which it is without reasons against it.

        Readers ask by ``yield from``, so that what :meth:`admit` returns is reported.
        """
        if not reasons:
            return True
        admitted = self.admit(*reasons, withheld=withheld)
        yield admitted
        return isinstance(admitted, Included)

    @property
    def with_articles(self) -> bool:
        """Whether the articles of others are imported with their bookmarks."""
        return ARTICLES in self.include
