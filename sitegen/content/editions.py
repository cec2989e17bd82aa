"""Editions over time: which essays and posts were published together."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from sitegen.errors import ContentError
from sitegen.models import Edition, Page, Site, Topic

CURRENT = ""
"""The slug of the current edition, which is not closed yet."""


def latest_first(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The front pages of editions: by date, then by slug (``2026-11-2`` is later)."""
    return tuple(sorted(pages, key=_age, reverse=True))


def find_editions(
    pages: Sequence[Page], entries: Sequence[Page], known: Collection[str]
) -> tuple[Edition, ...]:
    """The current edition and the closed ones.

    Args:
        pages: the front pages of the closed editions that are published.
        entries: the essays and posts.
        known: the slugs of all closed editions, published or not. What names another one is in the
            current edition.
    """
    if not known:
        return ()
    members: dict[str, set[str]] = {}
    for entry in entries:
        slug = entry.edition if entry.edition in known else None
        members.setdefault(slug or CURRENT, set()).add(entry.id)
    current = (CURRENT,) if CURRENT in members else ()
    slugs = (*current, *(page.slug for page in pages))
    return tuple(Edition(slug, frozenset(members.get(slug, ()))) for slug in slugs)


def unknown_editions(
    entries: Iterable[Page], known: Collection[str], content: Path
) -> Iterator[ContentError]:
    """A warning for each edition that has no page, at the first essay or post that names it."""
    named: dict[str, list[str]] = {}
    for entry in entries:
        if entry.edition and entry.edition not in known:
            named.setdefault(entry.edition, []).append(entry.path)
    for slug, paths in named.items():
        others = len(paths) - 1
        what = f"this and {others:,} more are" if others else "this is"
        yield ContentError(
            f"there is no edition “{slug}”, so {what} in the current one",
            path=content / min(paths),
            hint=f"write its front page, content/editions/{slug}.md, or remove the line “edition”",
        )


def site_of_edition(site: Site, edition: Edition) -> Site:
    """The site with the essays, posts and topics of an edition alone."""
    return replace(
        site,
        essays=tuple(page for page in site.essays if page.id in edition.members),
        posts=tuple(page for page in site.posts if page.id in edition.members),
        topics=topics_of_edition(site, edition),
    )


def topics_of_edition(site: Site, edition: Edition) -> tuple[Topic, ...]:
    """The topics that have posts in an edition, each with these alone."""
    reduced = (_reduced(topic, edition.members) for topic in site.topics)
    return tuple(topic for topic in reduced if topic.members)


def _reduced(topic: Topic, members: Collection[str]) -> Topic:
    parts = (tuple(post for post in thread if post in members) for thread in topic.threads)
    threads = tuple(filter(None, parts))
    return Topic(
        slug=topic.slug,
        title=topic.title,
        description=topic.description,
        keywords=topic.keywords,
        members=tuple(chain.from_iterable(threads)),
        threads=threads,
    )


def _age(page: Page) -> tuple[float, list[int | str]]:
    """The date, and the slug with its numbers as such."""
    parts = re.findall(r"[0-9]+|[^0-9]+", page.slug)
    numbered = [f"{int(part):09}" if part.isdecimal() else part for part in parts]
    return (page.date.timestamp() if page.date else 0.0, list(numbered))
