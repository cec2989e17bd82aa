"""Which pages are shown, and how many are held back and why."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from sitegen.models import HeldBack, Page

Reason = Literal["drafts", "future", "hidden", "with_topics"]


class Choice(NamedTuple):
    """The pages of a digest, chosen."""

    shown: tuple[Page, ...]
    hidden_topics: frozenset[str]
    """The slugs of the topics that are not shown, and neither are their posts."""
    held_back: HeldBack


def choose_pages(pages: Sequence[Page], now: datetime, *, drafts: bool) -> Choice:
    """Chooses those of ``pages`` that are shown at ``now``; with drafts and the future on demand.

    The front page is always shown.
    """
    hidden = frozenset(
        page.slug
        for page in pages
        if page.kind == "topic" and _own_reason(page, now, drafts=drafts)
    )
    judged = [(page, _reason(page, hidden, now, drafts=drafts)) for page in pages]
    shown = tuple(page for page, reason in judged if reason is None)
    return Choice(shown, hidden, _count(judged))


def _reason(
    page: Page, hidden_topics: frozenset[str], now: datetime, *, drafts: bool
) -> Reason | None:
    """Why the page is held back; None if it is shown."""
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


def _count(judged: Sequence[tuple[Page, Reason | None]]) -> HeldBack:
    counts = Counter(reason for _, reason in judged)
    dates = (page.date for page, reason in judged if reason == "future" and page.date)
    return HeldBack(
        drafts=counts["drafts"],
        future=counts["future"],
        hidden=counts["hidden"],
        with_topics=counts["with_topics"],
        next=min(dates, default=None),
    )
