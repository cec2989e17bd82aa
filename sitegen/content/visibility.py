"""Determines which pages are published, and counts those held back by reason."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from sitegen.models import HeldBack, Page

Reason = Literal["drafts", "future", "hidden", "with_topics"]


class VisiblePages(NamedTuple):
    """The published pages of a digest, and what is held back."""

    shown: tuple[Page, ...]
    hidden_topics: frozenset[str]
    """The slugs of the topics that are not published. Neither are their posts."""
    held_back: HeldBack


def select_visible(pages: Sequence[Page], now: datetime, *, drafts: bool) -> VisiblePages:
    """Selects the pages that are published at ``now``.

    The front page always is. With ``drafts``, so are drafts and pages dated in the future.
    """
    hidden = frozenset(
        page.slug
        for page in pages
        if page.kind == "topic" and _own_reason(page, now, drafts=drafts)
    )
    reasons = [(page, _reason(page, hidden, now, drafts=drafts)) for page in pages]
    shown = tuple(page for page, reason in reasons if reason is None)
    return VisiblePages(shown, hidden, _count(reasons))


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
    return "future" if page.date and page.date > now else None


def _count(reasons: Sequence[tuple[Page, Reason | None]]) -> HeldBack:
    counts = Counter(reason for _, reason in reasons)
    dates = (page.date for page, reason in reasons if reason == "future" and page.date)
    return HeldBack(
        drafts=counts["drafts"],
        future=counts["future"],
        hidden=counts["hidden"],
        with_topics=counts["with_topics"],
        next=min(dates, default=None),
    )
