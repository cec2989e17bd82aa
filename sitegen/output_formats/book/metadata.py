"""The identifier and the modification time of a book, for the metadata of its package."""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from sitegen.addresses import web_url
from sitegen.output_formats.resolved_views import ShownPage, ShownSite

_UNKNOWN = datetime(2000, 1, 1, tzinfo=UTC)
"""The time of a book in which nothing has a date."""


class BookFacts(NamedTuple):
    """What identifies a book and its version."""

    identifier: str
    """Permanent, so that a newer edition of the book replaces an older one."""
    modified: str
    """The time of the newest text, in the form of ``dcterms:modified``."""


def describe_book(site: ShownSite, pages: Iterable[ShownPage]) -> BookFacts:
    """The identifier and the time of the book.

    They follow from the digest, never from the clock: the identifier from its address on the web,
    or from its title, the time from its pages.
    """
    name = web_url(site.base_url).rstrip("/") if site.base_url else f"sitegen:{site.title}"
    moment = max(_times(pages), default=_UNKNOWN)
    return BookFacts(
        uuid.uuid5(uuid.NAMESPACE_URL, f"{name}#book").urn,
        moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def _times(pages: Iterable[ShownPage]) -> Iterable[datetime]:
    for page in pages:
        yield from (time for time in (page.date, page.updated, page.added) if time)
