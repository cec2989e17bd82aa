"""How the essays and posts of a digest are filed: the newest first, by month, and by author."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from sitegen.content.slugs import distinct_slugs
from sitegen.models import Author, Month, Page, Site

UNDATED = "undated"
"""The slug of what has no date, beside those of the months."""

LIST_LENGTH = 500
"""The entries on one page of the archive, of a month or of an author: a line for each."""


def newest_first(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages, those without a date last and in their own order."""
    pages = tuple(pages)
    dated = [(page.date, page) for page in pages if page.date]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return (*(page for _, page in dated), *(page for page in pages if not page.date))


def file_by_month(pages: Iterable[Page]) -> tuple[Month, ...]:
    """The months of ``pages``, which come the newest first, and at last what has no date."""
    return tuple(
        Month(slug, members[0].date, tuple(page.id for page in members))
        for slug, group in groupby(pages, key=_month_slug)
        if (members := list(group))
    )


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
