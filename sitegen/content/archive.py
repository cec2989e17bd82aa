"""How the essays and posts of a digest are filed: the newest first, by month, and by author."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from sitegen.content.slugs import distinct_slugs
from sitegen.models import Author, Month, Page, Site

UNDATED = "undated"
"""The slug of what has no date, beside those of the months."""

FRONT_ESSAYS = 6
"""The essays that the front page shows. Further ones stand in a list of their own."""
FRONT_TOPICS = 10
"""The topics of which the front page shows posts. More make a list of topics."""

LIST_LENGTH = 500
"""The entries on one page of the archive, of a month or of an author: a line for each."""

_ATOM_BEGAN = datetime(2005, 12, 1, tzinfo=UTC)
"""When RFC 4287 came out: no entry of an Atom feed is older."""


def newest_first(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages, those without a date last and in their own order."""
    pages = tuple(pages)
    dated = [(page.date, page) for page in pages if page.date]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return (*(page for _, page in dated), *(page for page in pages if not page.date))


def moment_of(page: Page) -> datetime | None:
    """When feeds say that the page was changed last, as far as anything tells."""
    return page.updated or page.date or page.added


def lately_changed_first(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages as feeds list them, those of which no moment is known last."""
    pages = newest_first(pages)
    known = [(moment, page) for page in pages if (moment := moment_of(page))]
    known.sort(key=lambda pair: pair[0], reverse=True)
    return (*(page for _, page in known), *(page for page in pages if not moment_of(page)))


def first_moment(site: Site) -> datetime:
    """The oldest moment known of any page; without one, that of the Atom format.

    It stands in feeds for pages of which none is known: an entry needs one in Atom, must not seem
    new, and must not change when other pages come.
    """
    pages = (site.front, *site.essays, *site.posts, *site.pages, *site.topic_pages.values())
    moments = (moment for page in pages for moment in (page.updated, page.date, page.added))
    return min(filter(None, moments), default=_ATOM_BEGAN)


def file_by_month(pages: Iterable[Page]) -> tuple[Month, ...]:
    """The months of ``pages``, which come the newest first, and at last what has no date."""
    months: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        months[_month_slug(page)].append(page)
    slugs = sorted(months.keys() - {UNDATED}, reverse=True)
    return tuple(
        Month(slug, members[0].date, tuple(page.id for page in members))
        for slug in (*slugs, UNDATED)
        if (members := months.get(slug))
    )


def span_of(dates: Iterable[datetime]) -> tuple[datetime | None, datetime | None]:
    """The first and the last of the dates; None and None if there are none.

    They are told by the days that they show: of two in one night, with different offsets, the
    earlier moment may be that of the later day.
    """
    ordered = sorted(dates, key=lambda moment: (moment.date(), moment))
    return (ordered[0], ordered[-1]) if ordered else (None, None)


def file_by_author(pages: Iterable[Page]) -> tuple[Author, ...]:
    """The authors of ``pages``, which come the newest first, by name."""
    members: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        if page.author:
            members[page.author].append(page.id)
    slugs = distinct_slugs(members, "author")
    return tuple(
        Author(name, slugs[name], tuple(members[name])) for name in sorted(members, key=_sort_key)
    )


def is_long(site: Site) -> bool:
    """Whether the digest has more essays and posts than one page of the archive lists."""
    return len(site.essays) + len(site.posts) > LIST_LENGTH


def _month_slug(page: Page) -> str:
    return f"{page.date.year:04}-{page.date.month:02}" if page.date else UNDATED


def _sort_key(name: str) -> tuple[str, str]:
    return name.lstrip("@").casefold(), name
