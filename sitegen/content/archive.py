"""Orders essays and posts by date, and groups them by month and by author."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from operator import itemgetter

from sitegen.content.slugs import distinct_slugs
from sitegen.models import Author, Month, Page, Site

UNDATED = "undated"
"""The slug of the group of pages without a date."""

FRONT_ESSAYS = 6
"""The number of essays on the front page. If there are more, they get a list of their own."""
FRONT_TOPICS = 10
"""The number of topics on the front page. If there are more, they get a list of their own."""

LIST_LENGTH = 500
"""The number of entries, of one line each, on a page of the archive, a month or an author."""

_ATOM_PUBLISHED = datetime(2005, 12, 1, tzinfo=UTC)
"""The publication of RFC 4287: no entry of an Atom feed is older."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def newest_first(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages sorted by date, followed by those without a date in their given order."""
    pages = tuple(pages)
    dated = [(page.date, page) for page in pages if page.date]
    return (*_latest_first(dated), *(page for page in pages if not page.date))


def last_change_of(page: Page) -> datetime | None:
    """When the page was last changed, for feeds; None if nothing is known."""
    return page.updated or page.date or page.added


def recently_changed_first(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages in the order of feeds, followed by those without any known time."""
    moments = [(last_change_of(page), page) for page in newest_first(pages)]
    known = [(moment, page) for moment, page in moments if moment]
    return (*_latest_first(known), *(page for moment, page in moments if not moment))


def earliest_time(site: Site) -> datetime:
    """The earliest known time of any page, else the publication date of the Atom format.

    Feeds use it for pages without a time: Atom requires one for each entry. It must not make the
    entry look new, and must not change when pages are added.
    """
    pages = (
        *(site.front, *site.essays, *site.posts, *site.pages),
        *site.edition_pages,
        *site.topic_pages.values(),
    )
    moments = (moment for page in pages for moment in (page.updated, page.date, page.added))
    return min(filter(None, moments), default=_ATOM_PUBLISHED)


def file_by_month(pages: Iterable[Page]) -> tuple[Month, ...]:
    """The months of ``pages``, then the group without a date. ``pages`` has the newest first."""
    months: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        months[_month_slug(page)].append(page)
    slugs = sorted(months.keys() - {UNDATED}, reverse=True)
    return tuple(
        Month(slug, members[0].date, tuple(page.id for page in members))
        for slug in (*slugs, UNDATED)
        if (members := months.get(slug))
    )


def date_range(dates: Iterable[datetime]) -> tuple[datetime | None, datetime | None]:
    """The first and the last of the dates; None and None if there are none.

    The local day counts first: with different offsets, the earlier instant may have the later day.
    """
    moments = [(moment.date(), moment) for moment in dates]
    if not moments:
        return None, None
    return min(moments)[1], max(reversed(moments))[1]


def file_by_author(pages: Iterable[Page]) -> tuple[Author, ...]:
    """The authors of ``pages``, sorted by name. ``pages`` has the newest first."""
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


def _latest_first(dated: Iterable[tuple[datetime, Page]]) -> Iterable[Page]:
    """The pages sorted by time. Durations are compared much faster than ``Timestamp``."""
    ages = [(moment - _EPOCH, page) for moment, page in dated]
    ages.sort(key=itemgetter(0), reverse=True)
    return (page for _, page in ages)


def _month_slug(page: Page) -> str:
    return f"{page.date.year:04}-{page.date.month:02}" if page.date else UNDATED


def _sort_key(name: str) -> tuple[str, str]:
    return name.lstrip("@").casefold(), name
