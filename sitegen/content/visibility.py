"""Determines which pages are published, and counts those held back by reason."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from heapq import nsmallest
from typing import Literal, NamedTuple

from sitegen.models import HeldBack, HeldBackPage, Page

Reason = Literal["drafts", "future", "expired", "hidden", "with_topics"]
_MOST_NAMED = 10
"""How many pages that are held back are named."""
_WORDS: Mapping[Reason, str] = {
    "drafts": "draft",
    "future": "dated in the future",
    "expired": "expired",
    "hidden": "hidden",
    "with_topics": "in a topic held back",
}


class VisiblePages(NamedTuple):
    """The published pages of a digest, and what is held back."""

    shown: tuple[Page, ...]
    hidden_topics: frozenset[str]
    """The slugs of the topics that are not published. Neither are their posts."""
    held_back: HeldBack
    held_back_pages: tuple[HeldBackPage, ...]
    """The first of them, by path."""


def select_visible(pages: Sequence[Page], now: datetime, *, drafts: bool = False) -> VisiblePages:
    """Selects the pages that are published at ``now``.

    The front page always is. With ``drafts``, so are drafts, expired pages and pages dated in the
    future.
    """
    hidden = frozenset(
        page.slug
        for page in pages
        if page.kind == "topic" and _own_reason(page, now, drafts=drafts)
    )
    reasons = [(page, _reason(page, hidden, now, drafts=drafts)) for page in pages]
    shown = tuple(page for page, reason in reasons if reason is None)
    return VisiblePages(shown, hidden, _count(reasons), _first_of(reasons))


def public_from(page: Page) -> datetime | None:
    """When the page may be published: the later of its dates."""
    if page.publish_date is None:
        return page.date
    return page.publish_date if page.date is None else max(page.date, page.publish_date)


def turning_points(pages: Iterable[Page]) -> list[datetime]:
    """The times at which pages come or go."""
    limits = (limit for page in pages for limit in (public_from(page), page.expiry_date))
    return [limit for limit in limits if limit]


def reason_of_dates(page: Page, now: datetime) -> Literal["future", "expired"] | None:
    """Why the dates of the page hold it back at ``now``; None if they do not."""
    if page.expiry_date and page.expiry_date <= now:
        return "expired"
    start = public_from(page)
    return "future" if start and start > now else None


def _reason(
    page: Page, hidden_topics: frozenset[str], now: datetime, *, drafts: bool
) -> Reason | None:
    """Why the page is held back; None if it is published."""
    if page.kind != "topic" and page.topic and page.topic in hidden_topics:
        return "with_topics"
    return _own_reason(page, now, drafts=drafts)


def _own_reason(page: Page, now: datetime, *, drafts: bool) -> Reason | None:
    if page.kind == "front":
        return None
    if page.hidden:
        return "hidden"
    if drafts:
        return None
    if page.draft:
        return "drafts"
    return reason_of_dates(page, now)


def _first_of(reasons: Sequence[tuple[Page, Reason | None]]) -> tuple[HeldBackPage, ...]:
    held_back = ((str(page.path), _WORDS[reason]) for page, reason in reasons if reason)
    return tuple(HeldBackPage(*each) for each in nsmallest(_MOST_NAMED, held_back))


def _count(reasons: Sequence[tuple[Page, Reason | None]]) -> HeldBack:
    counts = Counter(reason for _, reason in reasons)
    dates = (public_from(page) for page, reason in reasons if reason == "future")
    return HeldBack(
        drafts=counts["drafts"],
        future=counts["future"],
        expired=counts["expired"],
        hidden=counts["hidden"],
        with_topics=counts["with_topics"],
        next=min(filter(None, dates), default=None),
    )
